import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useDone } from "../words/use-done.ts";

/** The handover between the lines: on offer with two owners, or returned with what is lacking. */
export function Handover() {
  const t = useMessages(caseMessages);
  const done = useDone();
  const { state } = useActs().view.procedure;
  const offered = state.stage === "handover" ? state : undefined;
  const returned = state.stage === "documentation" ? state.returned : null;
  return (
    <CasePart part="handover">
      {offered && (
        <Notice tone="info" title={t("handoverOffered")}>
          {t("twoOwners")} {offered.note && `«${offered.note}» `}
          {done(offered.offered)} (<Age at={offered.offered.at} />)
        </Notice>
      )}
      {returned && (
        <Notice tone="warning" title={t("handoverReturned")}>
          «{returned.reason}» {done(returned)}
        </Notice>
      )}
    </CasePart>
  );
}
