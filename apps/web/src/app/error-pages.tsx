import type { ErrorComponentProps } from "@tanstack/react-router";
import type { Permission } from "@varde/contract/access";
import { accessMessages, useMe } from "../access/index.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { Button, ButtonLink } from "../ui/controls/button.tsx";
import { Empty } from "../ui/feedback/empty.tsx";
import { ProblemNotice } from "../ui/feedback/problem-notice.tsx";
import { Page } from "../ui/layout/page.tsx";
import { appMessages } from "./app-messages.ts";

/** The person logged in may not see this page. */
export class ForbiddenPage extends Error {
  readonly permission: Permission;
  constructor(permission: Permission) {
    super(`lacks ${permission}`);
    this.permission = permission;
  }
}

/** Shown for an address that leads nowhere. */
export function NotFoundPage() {
  const t = useMessages(appMessages);
  return (
    <Page title={t("notFound")}>
      <Empty title={t("notFound")} actions={<ButtonLink to="/">{t("home")}</ButtonLink>}>
        {t("notFoundText")}
      </Empty>
    </Page>
  );
}

/** Shown where a page cannot be: because of the reader's role, or because something in it failed. */
export function ErrorPage({ error }: ErrorComponentProps) {
  return error instanceof ForbiddenPage ? (
    <Forbidden permission={error.permission} />
  ) : (
    <Failed error={error} />
  );
}

function Forbidden({ permission }: { permission: Permission }) {
  const t = useMessages(appMessages);
  const access = useMessages(accessMessages);
  const { person } = useMe();
  return (
    <Page title={t("forbidden")}>
      <Empty title={t("forbidden")} actions={<ButtonLink to="/">{t("home")}</ButtonLink>}>
        {t("forbiddenText", {
          roles: person.roles.map((role) => access(`role.${role}`)).join(", "),
          permission: access(`permission.${permission}`),
        })}
      </Empty>
    </Page>
  );
}

function Failed({ error }: { error: unknown }) {
  const t = useMessages(appMessages);
  return (
    <Page title={t("failed")} lead={t("failedText")}>
      <ProblemNotice
        error={error}
        actions={<Button onClick={() => location.reload()}>{t("reload")}</Button>}
      />
    </Page>
  );
}
