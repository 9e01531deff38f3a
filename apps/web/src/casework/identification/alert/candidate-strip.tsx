import type { CandidateView } from "@varde/contract/identification";
import { useId } from "react";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ShareBar } from "../../../ui/figures/share-bar.tsx";
import { OutcomeMark, useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import styles from "./candidate-strip.module.css";

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
      {candidates.map(({ rank, probability, outcome, person }) => (
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
            <OutcomeMark outcome={outcome} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
