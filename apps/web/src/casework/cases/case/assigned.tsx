import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { CasePart } from "./case-part.tsx";
import { useStandIn } from "./use-stand-in.ts";

/** Whose case it is, who stands in, and whether it is paused. */
export function Assigned() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const { view } = useActs();
  const { assignee, assigneeAbsent, units, waiting } = view.case;
  const standIn = useStandIn(assigneeAbsent ? assignee?.id : undefined);
  const { pause } = view.procedure;
  return (
    <CasePart part="tasks">
      <Facts
        facts={[
          [t("owner"), assignee?.name ?? t("nobody")],
          [t("standIn"), assigneeAbsent && (standIn ?? t("absentNoStandIn"))],
          [t("units"), units.map((unit) => t.find(`unit.${unit}`) ?? unit).join(", ")],
          [
            t("waitsFor"),
            waiting &&
              t("waitingSince", { who: words.value(waiting.for), date: formats.date(waiting.since) }),
          ],
        ]}
      />
      {pause && (
        <Notice
          tone="warning"
          title={t("pausedFor", { reason: t.find(`option.${pause.reason}`) ?? words.value(pause.reason) })}
        >
          {t("pauseUntil", { date: formats.date(pause.reviewOn) })} {pause.note}
        </Notice>
      )}
    </CasePart>
  );
}
