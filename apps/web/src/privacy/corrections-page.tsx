import { useNavigate, useSearch } from "@tanstack/react-router";
import { type Correction, type CorrectionState, privacyRoutes } from "@varde/contract/privacy";
import { useMay } from "../access/index.ts";
import { useRead } from "../platform/api/read.ts";
import { useFormats } from "../platform/formats/use-formats.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { useShortcut } from "../platform/keyboard/keyboard.tsx";
import { Button } from "../ui/controls/button.tsx";
import { Empty } from "../ui/feedback/empty.tsx";
import { Loaded } from "../ui/feedback/loaded.tsx";
import { Mark, type Tone } from "../ui/figures/mark.tsx";
import { Age } from "../ui/figures/time.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { FilterBar } from "../ui/table/filter-bar.tsx";
import { Table } from "../ui/table/plain-table.tsx";
import { AnswerDialog } from "./answer-dialog.tsx";
import type { CorrectionsSearch } from "./corrections-search.ts";
import { privacyMessages } from "./privacy-messages.ts";
import { PrivacyTabs } from "./privacy-tabs.tsx";
import { RequestDialog } from "./request-dialog.tsx";

const TO = "/privacy/corrections";
const TONE: Readonly<Record<CorrectionState, Tone>> = {
  requested: "warn",
  annotated: "good",
  declined: "neutral",
};

/** What people say is wrong about them, and what was answered. */
export function CorrectionsPage() {
  const t = useMessages(privacyMessages);
  const formats = useFormats();
  const { all = false, open } = useSearch({ from: "/shell/privacy/corrections" });
  const navigate = useNavigate({ from: TO });
  const read = useRead(privacyRoutes.listCorrections, { query: all ? {} : { unanswered: "true" } });
  const show = (what: CorrectionsSearch["open"]) =>
    void navigate({
      search: { ...(all && { all }), ...(what !== undefined && { open: what }) },
      replace: true,
    });
  const mayRecord = useMay("recordCorrections");
  useShortcut("n", t("record"), () => show("new"), mayRecord);
  return (
    <Page
      title={t("correctionsTitle")}
      lead={t("correctionsLead")}
      actions={
        mayRecord && (
          <Button kind="primary" onClick={() => show("new")}>
            {t("record")}
          </Button>
        )
      }
    >
      <PrivacyTabs />
      <FilterBar
        label={t("filters")}
        writeNumber={formats.number}
        filters={[
          { key: "unanswered", label: t("filter.unanswered"), chosen: !all, to: { to: TO } },
          { key: "all", label: t("filter.all"), chosen: all, to: { to: TO, search: { all: true } } },
        ]}
      />
      <Panel flush>
        <Loaded read={read}>
          {({ corrections }) => (
            <>
              {corrections.length === 0 ? (
                <Empty title={t("noCorrections")}>{t("noCorrectionsText")}</Empty>
              ) : (
                <CorrectionTable corrections={corrections} onAnswer={show} />
              )}
              {corrections
                .filter(({ id }) => id === open)
                .map((correction) => (
                  <AnswerDialog key={correction.id} correction={correction} onClose={() => show(undefined)} />
                ))}
            </>
          )}
        </Loaded>
      </Panel>
      {open === "new" && <RequestDialog onClose={() => show(undefined)} />}
    </Page>
  );
}

function CorrectionTable({
  corrections,
  onAnswer,
}: {
  corrections: readonly Correction[];
  onAnswer: (id: number) => void;
}) {
  const t = useMessages(privacyMessages);
  const mayAnswer = useMay("answerCorrections");
  return (
    <Table
      caption={t("correctionsTitle")}
      head={[t("object"), t("statement"), t("state"), t("requestedAt"), t("answerOrAct")]}
      rows={corrections.map(({ id, object, field, statement, state, requestedAt, recordedBy, answer }) => ({
        key: id,
        cells: [
          t("objectOf", { type: t(`type.${object.type}`), id: object.id }) + (field ? ` · ${field}` : ""),
          statement,
          <Mark key="state" tone={TONE[state]}>
            {t(`state.${state}`)}
          </Mark>,
          <span key="at">
            <Age at={requestedAt} /> · {recordedBy}
          </span>,
          answer ??
            (mayAnswer && (
              <Button key="answer" aria-label={t("answerOf", { id })} onClick={() => onAnswer(id)}>
                {t("answer")}
              </Button>
            )),
        ],
      }))}
    />
  );
}
