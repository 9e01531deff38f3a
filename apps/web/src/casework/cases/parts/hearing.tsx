import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useDone } from "../words/use-done.ts";

/** The pre-notice to the professional and what came of it. */
export function Hearing() {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const done = useDone();
  const { hearing, state } = useActs().view.procedure;
  const replyBy = state.stage === "preNotice" && "replyBy" in state ? state.replyBy : undefined;
  return (
    <CasePart part="hearing">
      <Facts
        facts={[
          [
            t("preNotice"),
            hearing?.sent &&
              `${formats.date(hearing.sent.sentOn)}, ${hearing.sent.channel} (${hearing.sent.proof})`,
          ],
          [t("replyBy"), replyBy && formats.date(replyBy)],
          [
            t("reply"),
            hearing?.reply && `${formats.date(hearing.reply.receivedOn)} · ${done(hearing.reply)}`,
          ],
          [t("waived"), hearing?.waived && `«${hearing.waived.reason}» ${done(hearing.waived)}`],
        ]}
      />
    </CasePart>
  );
}
