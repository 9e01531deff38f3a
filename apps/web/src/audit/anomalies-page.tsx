import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type AuditAnomaly, auditRoutes } from "@varde/contract/audit";
import { useRead } from "../platform/api/read.ts";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { DateField } from "../ui/controls/date-field.tsx";
import { Empty } from "../ui/feedback/empty.tsx";
import { Loaded } from "../ui/feedback/loaded.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Row } from "../ui/layout/stack.tsx";
import { Table } from "../ui/table/plain-table.tsx";
import { auditMessages } from "./audit-messages.ts";
import { AuditTabs } from "./audit-tabs.tsx";
import { readPeriod } from "./log/audit-search.ts";
import { useAuditWords } from "./words/use-audit-words.ts";

/** What somebody should look at: unusual volume, own and colleagues' cases, odd hours, refusals; each with why. */
export function AnomaliesPage() {
  const t = useMessages(auditMessages);
  const search = useSearch({ from: "/shell/audit/anomalies" });
  const navigate = useNavigate({ from: "/audit/anomalies" });
  const read = useRead(auditRoutes.listAnomalies, { query: search });
  const change = (day: { from?: string; to?: string }) => {
    void navigate({ search: readPeriod({ ...search, ...day }), replace: true });
  };
  return (
    <Page title={t("anomaliesTitle")} lead={t("anomaliesLead")}>
      <AuditTabs />
      <Loaded read={read}>
        {({ from, to, anomalies }) => (
          <>
            <Row>
              <DateField
                label={t("fromDay")}
                value={search.from ?? from}
                onChange={(day) => change({ from: day })}
              />
              <DateField label={t("toDay")} value={search.to ?? to} onChange={(day) => change({ to: day })} />
            </Row>
            <Panel flush>
              {anomalies.length === 0 ? (
                <Empty title={t("noAnomalies")}>{t("noAnomaliesText")}</Empty>
              ) : (
                <AnomalyTable anomalies={anomalies} />
              )}
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AnomalyTable({ anomalies }: { anomalies: readonly AuditAnomaly[] }) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const formats = useFormats();
  return (
    <Table
      caption={t("anomaliesTitle")}
      head={[t("day"), t("who"), t("rule"), t("why"), t("object.column"), t("entries")]}
      rows={anomalies.map((one, place) => ({
        key: place,
        cells: [
          formats.date(one.day),
          <Link
            key="who"
            to="/audit"
            search={{ actor: one.actor.id ?? one.actor.name, from: one.day, to: one.day }}
          >
            {words.actor(one.actor)}
          </Link>,
          t(`rule.${one.rule}`),
          <Why key="why" anomaly={one} />,
          one.object && words.object(one.object),
          <Row key="entries">
            {one.entries.map((entry) => (
              <Link key={entry} to="/audit/entries/$id" params={{ id: String(entry) }}>
                {formats.number(entry)}
              </Link>
            ))}
          </Row>,
        ],
      }))}
    />
  );
}

/** The rule in words with its figures; habits that are not known yet are left out. */
function Why({ anomaly: { rule, params } }: { anomaly: AuditAnomaly }) {
  const t = useMessages(auditMessages);
  const parts = [
    t.find(`why.${rule}`, params) ?? rule,
    params.ownHabit === undefined ? undefined : t("ownHabit", { ownHabit: params.ownHabit }),
    params.roleHabit === undefined ? undefined : t("roleHabit", { roleHabit: params.roleHabit }),
  ];
  return parts.filter(Boolean).join(" ");
}
