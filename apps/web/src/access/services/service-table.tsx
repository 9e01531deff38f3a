import type { ServiceAccountView } from "@varde/contract/access-services";
import { useFormats, useNow } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Row } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { accessMessages } from "../access-messages.ts";
import { serviceMessages } from "./service-messages.ts";
import type { ServicesSearch } from "./services-search.ts";

interface ServiceTableProps {
  accounts: readonly ServiceAccountView[];
  onAct: (asked: ServicesSearch) => void;
}

/** Every service account with what it may do and until when. */
export function ServiceTable({ accounts, onAct }: ServiceTableProps) {
  const t = useMessages(serviceMessages);
  const access = useMessages(accessMessages);
  return (
    <Table
      caption={t("title")}
      head={[t("name"), t("scopes"), t("state"), t("proof"), t("lastToken"), t("contact"), t("acts")]}
      acts={6}
      rows={accounts.map((account) => {
        const { clientId, name, scopes, proof, contact, lastTokenAt, secrets } = account;
        return {
          key: clientId,
          cells: [
            <span key="name">
              {name} <code>{clientId}</code>
            </span>,
            scopes.map((scope) => access(`permission.${scope}`)).join(", "),
            <State key="state" account={account} />,
            proof === "secret" ? t("proof.secret", { count: secrets }) : t("proof.privateKey"),
            lastTokenAt ? <Age key="token" at={lastTokenAt} /> : t("never"),
            contact,
            <Acts key="acts" account={account} onAct={onAct} />,
          ],
        };
      })}
    />
  );
}

function State({ account: { revokedAt, expiresAt } }: { account: ServiceAccountView }) {
  const t = useMessages(serviceMessages);
  const formats = useFormats();
  const now = useNow();
  if (revokedAt !== null) return <Mark tone="bad">{t("revokedAt", { at: formats.date(revokedAt) })}</Mark>;
  if (Date.parse(expiresAt) <= now)
    return <Mark tone="warn">{t("expiredAt", { at: formats.date(expiresAt) })}</Mark>;
  return <Mark tone="good">{t("worksUntil", { at: formats.date(expiresAt) })}</Mark>;
}

function Acts({ account, onAct }: { account: ServiceAccountView } & Pick<ServiceTableProps, "onAct">) {
  const t = useMessages(serviceMessages);
  const { clientId, proof, revokedAt } = account;
  if (revokedAt !== null) return null;
  return (
    <Row>
      {proof === "secret" && (
        <Button
          aria-label={t("rotateOf", { clientId })}
          onClick={() => onAct({ act: "rotate", account: clientId })}
        >
          {t("rotate")}
        </Button>
      )}
      <Button
        tone="danger"
        aria-label={t("revokeOf", { clientId })}
        onClick={() => onAct({ act: "revoke", account: clientId })}
      >
        {t("revoke")}
      </Button>
    </Row>
  );
}
