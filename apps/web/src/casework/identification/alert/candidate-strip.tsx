import type { CandidateView } from "@varde/contract/identification";
import { useId } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { ShareBar } from "../../../ui/figures/share-bar.tsx";
import { useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import styles from "./candidate-strip.module.css";
import { type Likelihood, likelihoodOf } from "./primary-act.ts";

const LOOK: Record<Likelihood, readonly [Tone, string]> = {
  certain: ["good", "●"],
  possible: ["warn", "◐"],
  unlikely: ["neutral", "○"],
};

interface CandidateStripProps {
  candidates: readonly CandidateView[];
  chosen: number;
  onChoose: (rank: number) => void;
}

/** The people it may be, side by side, best first; one of them is looked at. */
export function CandidateStrip({ candidates, chosen, onChoose }: CandidateStripProps) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const text = useFieldText();
  const name = useId();
  return (
    <fieldset className={styles.strip}>
      <legend className="sr-only">{t("candidates")}</legend>
      {candidates.map((candidate) => {
        const { rank, probability, person } = candidate;
        return (
          <label key={rank} className={styles.candidate} data-chosen={rank === chosen}>
            <input type="radio" name={name} checked={rank === chosen} onChange={() => onChoose(rank)} />
            <span className={styles.name}>{nameOf(person)}</span>
            <span className="quiet number">
              {[
                person.birthDate && formats.date(person.birthDate),
                person.authorisations.map(({ profession }) => text("profession", profession)).join(", "),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <span className={styles.answer}>
              <ShareBar share={probability} text={formats.percent(probability)} />
              <LikelihoodMark likelihood={likelihoodOf(candidate)} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function LikelihoodMark({ likelihood }: { likelihood: Likelihood }) {
  const t = useMessages(identificationMessages);
  const [tone, symbol] = LOOK[likelihood];
  return (
    <Mark tone={tone} symbol={symbol}>
      {t(`likelihood.${likelihood}`)}
    </Mark>
  );
}
