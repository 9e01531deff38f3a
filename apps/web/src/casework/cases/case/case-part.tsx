import type { ReactNode } from "react";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { anchorOf, PART_ACTS, type CasePart as PartName } from "../acts/parts-of-acts.ts";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import styles from "./case.module.css";

interface CasePartProps {
  part: PartName;
  /** Whether the case holds anything of this part; without that it is shown only where something may be done. */
  holds: boolean;
  aside?: ReactNode;
  /** Acts that stand beside what they concern, and so not at the foot of the part. */
  placed?: readonly string[];
  children?: ReactNode;
}

/** A part of the case with the acts that belong to it. Refusals lead here. */
export function CasePart({ part, holds, aside, placed = [], children }: CasePartProps) {
  const t = useMessages(caseMessages);
  const { may } = useActs();
  const acts = PART_ACTS[part].filter((act) => may(act) && !placed.includes(act));
  if (!holds && acts.length === 0) return null;
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
