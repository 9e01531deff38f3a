import { type ControlPointView, TICKED_POINTS } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { Reason } from "../acts/reasons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";
import styles from "./case.module.css";
import { CasePart } from "./case-part.tsx";

/** The criteria for leaving the stage, each with its evidence or why it does not hold, and the points people tick. */
export function ControlPoints() {
  const t = useMessages(caseMessages);
  const { view } = useActs();
  const { controlPoints, procedure } = view;
  const met = controlPoints.filter((point) => point.met).length;
  const shown = new Set(controlPoints.map(({ tick }) => tick?.at));
  const others = TICKED_POINTS.filter(
    (point) => procedure.ticks[point] && !shown.has(procedure.ticks[point].at),
  );
  return (
    <CasePart
      part="controlPoints"
      aside={<span className="number">{t("pointsMet", { met, all: controlPoints.length })}</span>}
    >
      <ul className={styles.points}>
        {controlPoints.map((point) => (
          <Point key={point.code} point={point} />
        ))}
        {others.map((point) => (
          <Ticked key={point} point={point} />
        ))}
      </ul>
    </CasePart>
  );
}

function Point({ point: { sentence, met, reason, tick, settledBy } }: { point: ControlPointView }) {
  const t = useMessages(caseMessages);
  const done = useDone();
  const { ticks } = useActs().view.procedure;
  const ticked = tick && TICKED_POINTS.find((one) => ticks[one]?.at === tick.at);
  return (
    <li className={styles.point} data-met={met}>
      <span className={styles.tick} aria-hidden="true">
        {met ? "✓" : "✕"}
      </span>
      <Stack tight>
        <span>
          <span className="sr-only">{t(met ? "met" : "notMet")}: </span>
          {sentence}
        </span>
        {!met && reason && <Reason reason={reason} />}
        {tick && (
          <span className="quiet">
            «{tick.evidence}» {done(tick)}
          </span>
        )}
        {met && !tick && settledBy === "robot" && <span className="quiet">{t("settledByRobot")}</span>}
        {ticked && (
          <Row>
            <ActButtons
              acts={["clearControlPoint"]}
              kind="quiet"
              preset={{ point: ticked }}
              about={sentence}
            />
          </Row>
        )}
      </Stack>
    </li>
  );
}

/** A point ticked before its stage asks for it. */
function Ticked({ point }: { point: (typeof TICKED_POINTS)[number] }) {
  const formats = useFormats();
  const words = useCaseWords();
  const { view } = useActs();
  const tick = view.procedure.ticks[point];
  if (!tick) return null;
  return (
    <li className={styles.point} data-met={true}>
      <span className={styles.tick} aria-hidden="true">
        ✓
      </span>
      <span>
        {words.value(point)}{" "}
        <span className="quiet">
          «{tick.evidence}» {tick.by.actor.name}, {formats.dateTime(tick.at)}
        </span>
      </span>
    </li>
  );
}
