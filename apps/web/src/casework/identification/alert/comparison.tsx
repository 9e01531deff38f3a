import type { CandidateView, FieldEvidenceView } from "@varde/contract/identification";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { ScrollArea } from "../../../ui/layout/scroll-area.tsx";
import { useFieldText } from "../../terms/index.ts";
import { identificationMessages } from "../identification-messages.ts";
import styles from "./comparison.module.css";
import { type Agreement, agreementOf, type Step, waterfallOf } from "./evidence.ts";

const LOOK: Record<Exclude<Agreement, "basis">, readonly [Tone, string]> = {
  agrees: ["good", "✓"],
  close: ["warn", "≈"],
  differs: ["bad", "≠"],
  missing: ["neutral", "–"],
};

/** The evidence for one candidate: asked and found side by side, how they agree, and what that weighs. */
export function Comparison({ candidate: { evidence, bits, person } }: { candidate: CandidateView }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const { steps, zero } = waterfallOf(evidence.map((row) => row.bits));
  const signed = (value: number) =>
    `${value < 0 ? "−" : value > 0 ? "+" : ""}${formats.number(Math.abs(value), 1)}`;
  return (
    <ScrollArea className={styles.scroll} label={t("comparison")}>
      <table className={styles.table}>
        <caption className="sr-only">
          {t("comparison")}, {t("hpr", { number: String(person.hprNumber) })}. {t("weightExplained")}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.field}>
              {t("fieldColumn")}
            </th>
            <th scope="col">{t("asked")}</th>
            <th scope="col">{t("found")}</th>
            <th scope="col" className={styles.weightHead}>
              {t("weight")}
            </th>
          </tr>
        </thead>
        {evidence.map((row, index) => (
          // A field may have several rows, such as two surnames.
          <EvidenceRows
            key={`${row.field}-${index}`}
            row={row}
            step={steps[index]}
            zero={zero}
            weight={signed(row.bits)}
          />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t("total")}
            </th>
            <td className={styles.sumCell}>
              <strong className="number">{signed(bits)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.explained}>{t("weightExplained")}</p>
    </ScrollArea>
  );
}

interface EvidenceRowsProps {
  row: FieldEvidenceView;
  step: Step | undefined;
  zero: number;
  weight: string;
}

function EvidenceRows({ row, step, zero, weight }: EvidenceRowsProps) {
  const t = useMessages(identificationMessages);
  const text = useFieldText();
  const agreement = agreementOf(row);
  return (
    <tbody className={styles.row} data-agreement={agreement}>
      <tr>
        <th scope="rowgroup" rowSpan={agreement === "basis" ? 1 : 2} className={styles.field}>
          {t.find(`evidence.${row.field}`) ?? row.field}
          {agreement !== "basis" && <AgreementMark agreement={agreement} />}
        </th>
        {agreement === "basis" ? (
          <td colSpan={2} className={styles.sentence}>
            {row.sentence}
          </td>
        ) : (
          <>
            <td className={styles.value} data-label={t("asked")}>
              {row.asked === null ? "–" : text(row.field, row.asked)}
            </td>
            <td className={styles.value} data-label={t("found")}>
              {row.found === null ? "–" : text(row.field, row.found)}
            </td>
          </>
        )}
        <td className={styles.weight} rowSpan={agreement === "basis" ? 1 : 2}>
          <span className="number">{weight}</span>
          {step && <WaterfallStep step={step} zero={zero} isBasis={agreement === "basis"} />}
        </td>
      </tr>
      {agreement !== "basis" && (
        <tr>
          <td colSpan={2} className={styles.sentence}>
            {row.sentence}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function AgreementMark({ agreement }: { agreement: Exclude<Agreement, "basis"> }) {
  const t = useMessages(identificationMessages);
  const [tone, symbol] = LOOK[agreement];
  return (
    <Mark tone={tone} symbol={symbol}>
      {t(`mark.${agreement}`)}
    </Mark>
  );
}

function WaterfallStep({ step, zero, isBasis }: { step: Step; zero: number; isBasis: boolean }) {
  const bar = isBasis ? styles.basis : step.isFor ? styles.for : styles.against;
  return (
    <svg className={styles.waterfall} aria-hidden="true" focusable="false">
      <line x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="100%" className={styles.zero} />
      <rect x={`${step.start}%`} width={`${step.width}%`} y="0.6rem" height="0.7rem" className={bar} />
      <line x1={`${step.sum}%`} x2={`${step.sum}%`} y1="0.6rem" y2="100%" className={styles.sum} />
    </svg>
  );
}
