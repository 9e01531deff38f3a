import type { DecisionView } from "@varde/contract/identification";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { Timeline } from "../../../ui/layout/timeline.tsx";
import { identificationMessages } from "../identification-messages.ts";

const LOOK: Record<DecisionView["standing"], readonly [Tone, string]> = {
  effective: ["good", "✓"],
  awaitingSecond: ["warn", "2"],
  replaced: ["neutral", "–"],
};

/** Who has decided what about the identity, and why, newest first. */
export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  const t = useMessages(identificationMessages);
  if (decisions.length === 0) return <p className="quiet">{t("noDecisions")}</p>;
  return (
    <Timeline
      events={decisions.map((decision) => {
        const [tone, symbol] = LOOK[decision.standing];
        return {
          key: decision.id,
          at: decision.at,
          title: t(`decision.${decision.decision}`),
          detail: (
            <>
              {decision.hprNumber !== null && t("hpr", { number: String(decision.hprNumber) })}{" "}
              <Mark tone={tone} symbol={symbol}>
                {t(`standing.${decision.standing}`)}
              </Mark>
            </>
          ),
          note: decision.reason,
          by: decision.by,
        };
      })}
    />
  );
}
