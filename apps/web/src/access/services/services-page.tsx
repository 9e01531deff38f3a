import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ServiceAccountView, serviceAccountRoutes } from "@varde/contract/access-services";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { AccessTabs } from "../access-tabs.tsx";
import { AddAccountDialog } from "./add-account-dialog.tsx";
import { RevokeDialog, RotateDialog } from "./change-account-dialogs.tsx";
import { type NewSecret, SecretNotice } from "./secret-notice.tsx";
import { serviceMessages } from "./service-messages.ts";
import { ServiceTable } from "./service-table.tsx";
import type { ServicesSearch } from "./services-search.ts";

/** Other systems that may call the interface: letting in, new secrets, shutting out. */
export function ServicesPage() {
  const t = useMessages(serviceMessages);
  const navigate = useNavigate({ from: "/access/services" });
  const read = useRead(serviceAccountRoutes.listServiceAccounts);
  const [secret, tell] = useState<NewSecret>();
  const ask = (search: ServicesSearch) => void navigate({ search, replace: true });
  useShortcut("n", t("add"), () => ask({ act: "add" }));
  const told = (given: NewSecret) => {
    tell(given);
    ask({});
  };
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Button kind="primary" onClick={() => ask({ act: "add" })}>
          {t("add")}
        </Button>
      }
    >
      <AccessTabs />
      <Stack>
        {secret && <SecretNotice given={secret} onKept={() => tell(undefined)} />}
        <Panel flush>
          <Loaded read={read}>
            {({ accounts, scopes }) => (
              <>
                {accounts.length === 0 ? (
                  <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
                ) : (
                  <ServiceTable accounts={accounts} onAct={ask} />
                )}
                <Asked accounts={accounts} scopes={scopes} onClose={() => ask({})} onSecret={told} />
              </>
            )}
          </Loaded>
        </Panel>
      </Stack>
    </Page>
  );
}

interface AskedProps {
  accounts: readonly ServiceAccountView[];
  scopes: ServiceAccountView["scopes"];
  onClose: () => void;
  onSecret: (given: NewSecret) => void;
}

/** The act the address names. */
function Asked({ accounts, scopes, onClose, onSecret }: AskedProps) {
  const { act, account: clientId } = useSearch({ from: "/shell/access/services" });
  if (act === "add") return <AddAccountDialog scopes={scopes} onClose={onClose} onAdded={onSecret} />;
  const account = accounts.find((one) => one.clientId === clientId);
  if (!account) return null;
  if (act === "rotate") return <RotateDialog account={account} onClose={onClose} onRotated={onSecret} />;
  return act === "revoke" ? <RevokeDialog account={account} onClose={onClose} /> : null;
}
