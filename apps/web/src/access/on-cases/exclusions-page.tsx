import { type ExclusionView, standingRoutes } from "@varde/contract/standing";
import { useState } from "react";
import { useRead } from "../../platform/api/read.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { useShortcut } from "../../platform/keyboard/keyboard.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { ReasonDialog } from "../../ui/controls/reason-dialog.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Loaded } from "../../ui/feedback/loaded.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../ui/feedback/toasts.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Instant } from "../../ui/figures/time.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { AccessTabs } from "../access-tabs.tsx";
import { ExcludeDialog } from "./exclude-dialog.tsx";
import { onCaseMessages } from "./on-case-messages.ts";

/** Who is shut out of which case for conflict of interest. */
export function ExclusionsPage() {
  const t = useMessages(onCaseMessages);
  const read = useRead(standingRoutes.listExclusions, { query: {} });
  const [excluding, exclude] = useState(false);
  useShortcut("n", t("exclude"), () => exclude(true));
  return (
    <Page
      title={t("exclusionsTitle")}
      lead={t("exclusionsLead")}
      actions={
        <Button kind="primary" onClick={() => exclude(true)}>
          {t("exclude")}
        </Button>
      }
    >
      <AccessTabs />
      <Panel flush>
        <Loaded read={read}>
          {({ exclusions }) =>
            exclusions.length === 0 ? (
              <Empty title={t("noExclusions")}>{t("noExclusionsText")}</Empty>
            ) : (
              <ExclusionTable exclusions={exclusions} />
            )
          }
        </Loaded>
      </Panel>
      {excluding && <ExcludeDialog onClose={() => exclude(false)} />}
    </Page>
  );
}

function ExclusionTable({ exclusions }: { exclusions: readonly ExclusionView[] }) {
  const t = useMessages(onCaseMessages);
  const [ending, end] = useState<ExclusionView>();
  return (
    <>
      <Table
        caption={t("exclusionsTitle")}
        head={[t("person"), t("case"), t("reason"), t("since"), t("state"), t("letIn")]}
        acts={5}
        rows={exclusions.map((one) => ({
          key: one.id,
          cells: [
            one.person.name,
            <span key="case" className="number">
              {one.caseId}
            </span>,
            one.reason,
            <span key="since">
              <Instant at={one.givenAt} /> · {one.givenBy}
            </span>,
            one.ended ? (
              <Mark key="state">{t("letInBy", { by: one.ended.by, reason: one.ended.reason })}</Mark>
            ) : (
              <Mark key="state" tone="warn">
                {t("shutOut")}
              </Mark>
            ),
            one.mayEnd && (
              <Button
                key="end"
                aria-label={t("letInOf", { name: one.person.name, case: one.caseId })}
                onClick={() => end(one)}
              >
                {t("letIn")}
              </Button>
            ),
          ],
        }))}
      />
      {ending && <EndDialog exclusion={ending} onClose={() => end(undefined)} />}
    </>
  );
}

function EndDialog({
  exclusion: { id, person, caseId },
  onClose,
}: {
  exclusion: ExclusionView;
  onClose: () => void;
}) {
  const t = useMessages(onCaseMessages);
  const say = useToast();
  const { mutate, error, isPending } = useWrite(standingRoutes.endExclusion);
  return (
    <ReasonDialog
      title={t("letInOf", { name: person.name, case: caseId })}
      label={t("reason")}
      act={t("letIn")}
      cancel={t("cancel")}
      tooShort={t("reasonTooShort")}
      draft={`exclusion.${id}`}
      busy={isPending}
      onClose={onClose}
      onAct={(reason, discard) =>
        mutate(
          { params: { id }, body: { reason } },
          {
            onSuccess: () => {
              discard();
              say(t("letInDone", { name: person.name }));
              onClose();
            },
          },
        )
      }
    >
      {error && <ProblemNotice error={error} />}
    </ReasonDialog>
  );
}
