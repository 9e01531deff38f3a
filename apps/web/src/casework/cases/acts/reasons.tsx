import type { ActRefusal } from "@varde/contract/cases";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";
import { ActButtons } from "./act-buttons.tsx";
import styles from "./acts.module.css";
import { isAct } from "./fields/act-fields.ts";
import { anchorOf, partOf } from "./parts-of-acts.ts";
import { useRefusalText } from "./refusal-words.tsx";

/** Why an act may not be done: each reason with where it is mended and what mends it. */
export function Reasons({ reasons }: { reasons: readonly ActRefusal[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.code}.${reason.params?.reason}`}>
          <Reason reason={reason} />
        </li>
      ))}
    </ul>
  );
}

/** One reason, with the way to what mends it. */
export function Reason({ reason }: { reason: ActRefusal }) {
  const t = useMessages(caseMessages);
  const say = useRefusalText();
  const { text, advice } = say(reason);
  const part = partOf(reason.where);
  return (
    <Row>
      <span>
        {text} {advice}
      </span>
      {part && <a href={`#${anchorOf(part)}`}>{t("goToPart", { part: t(`part.${part}`) })}</a>}
      <ActButtons acts={(reason.mendedBy ?? []).filter(isAct)} kind="quiet" />
    </Row>
  );
}
