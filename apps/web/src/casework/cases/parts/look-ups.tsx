import type { LookUpView } from "@varde/contract/cases";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { Instant } from "../../../ui/figures/time.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useActorName } from "../words/use-done.ts";

const LOOK: Record<LookUpView["answer"], Tone> = {
  found: "good",
  notFound: "neutral",
  ambiguous: "warn",
  unavailable: "bad",
};

/** What registers answered, by whom they were asked and what for. */
export function LookUps() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const nameOf = useActorName();
  const { lookUps } = useActs().view;
  return (
    <CasePart part="lookUps">
      <Table
        caption={t("part.lookUps")}
        head={[t("register"), t("answer"), t("purpose"), t("when")]}
        rows={lookUps.map(({ id, register, answer, purpose, evidence, at, by }) => ({
          key: id,
          cells: [
            words.value(register),
            <Mark key="answer" tone={LOOK[answer]}>
              {t(`option.${answer}`)}
            </Mark>,
            <>
              {purpose}
              {Object.keys(evidence).length > 0 && (
                <details>
                  <summary>{t("evidence")}</summary>
                  <Evidence evidence={evidence} />
                </details>
              )}
            </>,
            <>
              <Instant at={at} /> <span className="quiet">{nameOf(by)}</span>
            </>,
          ],
        }))}
      />
    </CasePart>
  );
}

function Evidence({ evidence }: { evidence: LookUpView["evidence"] }) {
  const t = useMessages(caseMessages);
  return (
    <Facts
      facts={Object.entries(evidence).map(([name, value]) => [
        t.find(`evidence.${name}`) ?? name,
        typeof value === "string" ? (t.find(`option.${value}`) ?? value) : JSON.stringify(value),
      ])}
    />
  );
}
