import type { ReactNode } from "react";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { partsHeld } from "../acts/parts-held.ts";
import { anchorOf, PART_ACTS, type CasePart as PartName } from "../acts/parts-of-acts.ts";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import styles from "./case.module.css";

interface CasePartProps {
  part: PartName;
  aside?: ReactNode;
  /** Acts that stand beside what they concern, and so not at the foot of the part. */
  placed?: readonly string[];
  children?: ReactNode;
}

/** A part of the case with the acts that belong to it; nothing where the case holds nothing of it. Refusals lead here. */
export function CasePart({ part, aside, placed = [], children }: CasePartProps) {
  const t = useMessages(caseMessages);
  const { view, may } = useActs();
  if (!partsHeld(view)[part]) return null;
  const acts = PART_ACTS[part].filter((act) => may(act) && !placed.includes(act));
  return (
    <div id={anchorOf(part)} tabIndex={-1} className={styles.part}>
      <Panel title={t(`part.${part}`)} aside={aside}>
        <Stack>
          {children}
          {acts.length > 0 && (
            <Row>
              <ActButtons acts={acts} kind="secondary" />
            </Row>
          )}
        </Stack>
      </Panel>
    </div>
  );
}
