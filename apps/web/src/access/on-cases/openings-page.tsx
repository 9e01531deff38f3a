import { useSearch } from "@tanstack/react-router";
import { type OpeningView, standingRoutes } from "@varde/contract/standing";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useFormats, useNow } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Instant } from "../../ui/figures/time.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { FilterBar } from "../../ui/table/filter-bar.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { AccessTabs } from "../access-tabs.tsx";
import { onCaseMessages } from "./on-case-messages.ts";

const TO = "/access/openings";

/** Cases opened in an emergency: who, why, until when, and whether somebody has looked into it. */
export function OpeningsPage() {
  const t = useMessages(onCaseMessages);
  const formats = useFormats();
  const { unseen = false } = useSearch({ from: "/shell/access/openings" });
  const read = useRead(standingRoutes.listOpenings, { query: unseen ? { unseen: "true" } : {} });
  return (
    <Page title={t("openingsTitle")} lead={t("openingsLead")}>
      <AccessTabs />
      <FilterBar
        label={t("filters")}
        writeNumber={formats.number}
        filters={[
          { key: "all", label: t("allOpenings"), chosen: !unseen, to: { to: TO } },
          {
            key: "unseen",
            label: t("unseenOpenings"),
            count: read.data?.unseen,
            chosen: unseen,
            to: { to: TO, search: { unseen: true } },
          },
        ]}
      />
      <Panel flush>
        <Loaded read={read}>
          {({ openings }) =>
            openings.length === 0 ? (
              <Empty title={t("noOpenings")}>{t("noOpeningsText")}</Empty>
            ) : (
              <OpeningTable openings={openings} />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function OpeningTable({ openings }: { openings: readonly OpeningView[] }) {
  const t = useMessages(onCaseMessages);
  const formats = useFormats();
  const now = useNow();
  const say = useToast();
  const note = useWrite(standingRoutes.noteOpening);
  return (
    <>
      {note.error && <ProblemNotice error={note.error} />}
      <Table
        caption={t("openingsTitle")}
        head={[t("person"), t("case"), t("reason"), t("openedAt"), t("state"), t("seen"), t("note")]}
        acts={6}
        rows={openings.map((one) => ({
          key: one.id,
          ...(one.seen === null && { mark: "warn" as const }),
          cells: [
            one.person.name,
            <span key="case" className="number">
              {one.caseId}
            </span>,
            one.reason,
            <Instant key="at" at={one.openedAt} />,
            Date.parse(one.until) > now ? (
              <Mark key="state" tone="accent">
                {t("runs", { left: formats.due(one.until, now) })}
              </Mark>
            ) : (
              <Mark key="state">{t("over", { at: formats.dateTime(one.until) })}</Mark>
            ),
            one.seen ? t("seenBy", { by: one.seen.by, at: formats.dateTime(one.seen.at) }) : t("notSeen"),
            one.maySee && (
              <Button
                key="note"
                aria-label={t("noteOf", { name: one.person.name, case: one.caseId })}
                loading={note.isPending && note.variables.params.id === one.id}
                onClick={() => note.mutate({ params: { id: one.id } }, { onSuccess: () => say(t("noted")) })}
              >
                {t("note")}
              </Button>
            ),
          ],
        }))}
      />
    </>
  );
}
