import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";

/** What must be shown to be done out in the world, round by round, with its evidence. */
export function Effectuation() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  const { procedure } = useActs().view;
  return (
    <CasePart part="effectuation" placed={["recordEffectuation"]}>
      {procedure.effectuation.map(({ id, cause, effectiveFrom, lines }) => (
        <Table
          key={id}
          caption={t("effectuationRound", { cause: t(`cause.${cause}`), date: formats.date(effectiveFrom) })}
          head={[
            t("effectuationRound", { cause: t(`cause.${cause}`), date: formats.date(effectiveFrom) }),
            t("standing"),
            t("acts"),
          ]}
          acts={2}
          rows={Object.entries(lines).map(([line, given]) => ({
            key: line,
            cells: [
              words.value(line),
              given ? (
                <>
                  <Mark tone={given.applicable ? "good" : "neutral"}>
                    {t(given.applicable ? "evidenced" : "notApplicable")}
                  </Mark>{" "}
                  {given.evidence} <span className="quiet">{done(given)}</span>
                </>
              ) : (
                <Mark key="open" tone="warn">
                  {t("outstanding")}
                </Mark>
              ),
              !given && (
                <Row key="acts">
                  <ActButtons
                    acts={["recordEffectuation"]}
                    kind="quiet"
                    preset={{ line, round: id }}
                    about={words.value(line)}
                  />
                </Row>
              ),
            ],
          }))}
        />
      ))}
    </CasePart>
  );
}
