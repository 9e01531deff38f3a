import { useNavigate, useSearch } from "@tanstack/react-router";
import { type AuditLookers, auditRoutes } from "@varde/contract/audit";
import { type FormEvent, useRef, useState } from "react";
import { useRead } from "../platform/api/read.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { useShortcut } from "../platform/keyboard/keyboard.tsx";
import { Button } from "../ui/controls/button.tsx";
import { Select, TextField } from "../ui/controls/fields.tsx";
import { Empty } from "../ui/feedback/empty.tsx";
import { Loaded } from "../ui/feedback/loaded.tsx";
import { Instant } from "../ui/figures/time.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Stack } from "../ui/layout/stack.tsx";
import { Table } from "../ui/table/plain-table.tsx";
import { auditMessages } from "./audit-messages.ts";
import { AuditTabs } from "./audit-tabs.tsx";
import styles from "./log/audit-filters.module.css";
import { LOOKED_AT, type LookedAt } from "./words/object-types.ts";
import { useAuditWords } from "./words/use-audit-words.ts";

/** Who has looked at a case, an alert, a message or a person. */
export function LookersPage() {
  const t = useMessages(auditMessages);
  const { type, id } = useSearch({ from: "/shell/audit/lookers" });
  return (
    <Page title={t("lookersTitle")} lead={t("lookersLead")}>
      <AuditTabs />
      <Stack>
        <Ask key={`${type} ${id}`} type={type} id={id} />
        {type && id ? (
          <Answer type={type} id={id} />
        ) : (
          <Empty title={t("lookersAsk")}>{t("lookersAskText")}</Empty>
        )}
      </Stack>
    </Page>
  );
}

function Ask({ type = "case", id = "" }: { type?: LookedAt | undefined; id?: string | undefined }) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const navigate = useNavigate({ from: "/audit/lookers" });
  const [wanted, want] = useState({ type, id });
  const [checked, setChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useShortcut("/", t("goToField"), () => field.current?.focus());
  const isEmpty = wanted.id.trim() === "";
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isEmpty) void navigate({ search: { type: wanted.type, id: wanted.id.trim() } });
  };
  return (
    <form onSubmit={ask} noValidate className={styles.filters}>
      <Select
        label={t("objectType")}
        value={wanted.type}
        onChange={({ target }) =>
          want({ ...wanted, type: LOOKED_AT.find((one) => one === target.value) ?? "case" })
        }
      >
        {LOOKED_AT.map((one) => (
          <option key={one} value={one}>
            {words.type(one)}
          </option>
        ))}
      </Select>
      <TextField
        ref={field}
        label={t(`idOf.${wanted.type}`)}
        value={wanted.id}
        maxLength={100}
        error={checked && isEmpty ? t("idMissing") : undefined}
        onChange={({ target }) => want({ ...wanted, id: target.value })}
      />
      <div>
        <Button kind="primary" type="submit">
          {t("whoLooked")}
        </Button>
      </div>
    </form>
  );
}

function Answer(object: { type: LookedAt; id: string }) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const read = useRead(auditRoutes.getLookers, { params: object });
  return (
    <Panel flush title={t("object", { type: words.type(object.type), id: object.id })}>
      <Loaded read={read}>{(answer) => <Lookers {...answer} />}</Loaded>
    </Panel>
  );
}

function Lookers({ lookers }: AuditLookers) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  if (lookers.length === 0) return <Empty title={t("nobodyLooked")}>{t("nobodyLookedText")}</Empty>;
  return (
    <Table
      caption={t("lookersTitle")}
      head={[t("who"), t("acts"), t("purpose"), t("first"), t("last")]}
      rows={lookers.map(({ actor, onBehalfOf, acts, purposes, first, last }) => ({
        key: `${actor.kind} ${actor.id ?? actor.name} ${onBehalfOf?.id ?? ""}`,
        cells: [
          onBehalfOf
            ? t("inPlaceOf", { name: words.actor(actor), absent: words.actor(onBehalfOf) })
            : words.actor(actor),
          acts.map(({ act, times }) => t("actTimes", { act: words.act(act), times })).join(", "),
          purposes.join("; "),
          <Instant key="first" at={first} />,
          <Instant key="last" at={last} />,
        ],
      }))}
    />
  );
}
