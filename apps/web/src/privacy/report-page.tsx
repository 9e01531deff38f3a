import { type AccessReport, privacyRoutes } from "@varde/contract/privacy";
import { useWrite } from "../platform/api/write.ts";
import { useMessages } from "../platform/i18n/language.tsx";
import { useShortcut } from "../platform/keyboard/keyboard.tsx";
import { useDraft } from "../platform/storage/drafts.ts";
import { Button } from "../ui/controls/button.tsx";
import { ProblemNotice } from "../ui/feedback/problem-notice.tsx";
import { Page } from "../ui/layout/page.tsx";
import { Panel } from "../ui/layout/panel.tsx";
import { Stack } from "../ui/layout/stack.tsx";
import { privacyMessages } from "./privacy-messages.ts";
import { PrivacyTabs } from "./privacy-tabs.tsx";
import { ReportView } from "./report-view.tsx";
import { EMPTY_SUBJECT, isSubjectDraft } from "./subject-draft.ts";
import { SubjectForm } from "./subject-form.tsx";

/** Gathers everything stored about a person who asks for it. What was made is shown until the page is left. */
export function ReportPage() {
  const t = useMessages(privacyMessages);
  const make = useWrite(privacyRoutes.makeAccessReport);
  const { content, change, discard } = useDraft("access-report", EMPTY_SUBJECT, isSubjectDraft);
  const report: AccessReport | undefined = make.data;
  useShortcut("n", t("another"), () => make.reset(), report !== undefined);
  return (
    <Page
      title={t("reportTitle")}
      lead={t("reportLead")}
      actions={report && <Button onClick={() => make.reset()}>{t("another")}</Button>}
    >
      <PrivacyTabs />
      {report ? (
        <ReportView report={report} />
      ) : (
        <Panel title={t("whom")}>
          <Stack>
            <SubjectForm
              draft={content}
              onChange={change}
              busy={make.isPending}
              onAsk={(subject, purpose) =>
                make.mutate({ body: { subject, purpose } }, { onSuccess: discard })
              }
            />
            {make.error && <ProblemNotice error={make.error} />}
          </Stack>
        </Panel>
      )}
    </Page>
  );
}
