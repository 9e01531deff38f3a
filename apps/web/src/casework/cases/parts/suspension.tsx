import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";
import { Older } from "./decision.tsx";

const LOOK: Record<string, Tone> = { proposed: "warn", inForce: "bad", ended: "neutral" };

/** Suspension while the case is handled: proposed, in force until a day, extended once, or ended. */
export function Suspension() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  const { decisions, procedure } = useActs().view;
  const { interimSuspension: matter } = procedure;
  const sent = "sent" in matter ? matter.sent : null;
  return (
    <CasePart
      part="suspension"
      aside={
        matter.status !== "none" && (
          <Mark tone={LOOK[matter.status] ?? "neutral"}>{words.value(matter.status)}</Mark>
        )
      }
    >
      <Facts
        facts={[
          [t("scope"), "scope" in matter && t(`option.${matter.scope}`)],
          [t("lastDay"), "until" in matter && formats.date(matter.until)],
          [t("reason"), matter.status === "proposed" && `«${matter.reason}» ${done(matter.proposed)}`],
          [t("approved"), matter.status === "inForce" && done(matter.approved)],
          [
            t("extension"),
            matter.status === "inForce" &&
              matter.extension &&
              `${formats.date(matter.extension.until)} ${matter.extension.approved ? done(matter.extension.approved) : t("awaitsApproval")}`,
          ],
          [t("sent"), sent && `${formats.date(sent.sentOn)}, ${sent.channel} (${sent.proof})`],
          [t("received"), "receivedOn" in matter && matter.receivedOn && formats.date(matter.receivedOn)],
          [t("ended"), matter.status === "ended" && `${t(`ended.${matter.how}`)} ${done(matter.ended)}`],
        ]}
      />
      <Older versions={decisions.filter(({ kind }) => kind !== "decision")} />
    </CasePart>
  );
}
