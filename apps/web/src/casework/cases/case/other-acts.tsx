import { useMessages } from "../../../platform/i18n/language.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { partsHeld } from "../acts/parts-held.ts";
import { anchorOf, type CasePart, PART_ACTS } from "../acts/parts-of-acts.ts";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import styles from "./case.module.css";

const PARTS = Object.keys(PART_ACTS) as CasePart[];

/** What more may be done in the case, of matters it holds nothing of yet. */
export function OtherActs() {
  const t = useMessages(caseMessages);
  const { view, may } = useActs();
  const held = partsHeld(view);
  const offered = PARTS.filter((part) => !held[part] && PART_ACTS[part].some(may));
  if (offered.length === 0) return null;
  return (
    <Panel title={t("otherActs")}>
      <dl className={styles.others}>
        {offered.map((part) => (
          <div key={part} id={anchorOf(part)} tabIndex={-1} className={styles.part}>
            <dt>{t(`part.${part}`)}</dt>
            <dd>
              <Row>
                <ActButtons acts={PART_ACTS[part]} />
              </Row>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
