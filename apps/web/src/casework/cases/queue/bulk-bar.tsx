import { type BulkAct, type CaseRow, caseRoutes } from "@varde/contract/cases";
import { useState } from "react";
import { useWrite } from "../../../platform/api/write.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { useToast } from "../../../ui/feedback/toasts.tsx";
import { GiveDialog } from "./give-dialog.tsx";
import styles from "./queue.module.css";
import { queueMessages } from "./queue-messages.ts";

/** What may be done to all marked cases at once, and undoing what was done last. */
export function BulkBar({ marked, onDone }: { marked: readonly CaseRow[]; onDone: () => void }) {
  const t = useMessages(queueMessages);
  const say = useToast();
  const act = useWrite(caseRoutes.actOnCases);
  const undo = useWrite(caseRoutes.undoBulk);
  const [giving, setGiving] = useState(false);
  const [last, setLast] = useState<string>();

  const doAll = (bulk: BulkAct) =>
    act.mutate(
      { body: { cases: marked.map(({ id, lastAct }) => ({ id, lastAct })), act: bulk } },
      {
        onSuccess: ({ bulkId, done, refused }) => {
          setLast(done.length > 0 ? bulkId : undefined);
          say(t("bulkDone", { count: done.length }));
          if (refused.length > 0) say(t("bulkRefused", { count: refused.length }));
          setGiving(false);
          onDone();
        },
      },
    );
  const undoLast = (bulkId: string) =>
    undo.mutate(
      { params: { bulkId } },
      {
        onSuccess: ({ done }) => {
          setLast(undefined);
          say(t("undone", { count: done.length }));
        },
      },
    );

  if (marked.length === 0 && last === undefined) return null;
  return (
    <div className={styles.bulk}>
      <span className={styles.bulkText} aria-live="polite">
        {marked.length > 0 && t("marked", { count: marked.length })}
      </span>
      {marked.length > 0 && (
        <>
          <Button kind="secondary" loading={act.isPending} onClick={() => doAll({ act: "take" })}>
            {t("take")}
          </Button>
          <Button kind="secondary" onClick={() => setGiving(true)}>
            {t("give")}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t("unmark")}
          </Button>
        </>
      )}
      {last !== undefined && (
        <Button kind="quiet" loading={undo.isPending} onClick={() => undoLast(last)}>
          {t("undo")}
        </Button>
      )}
      <ProblemNotice error={act.error ?? undo.error} />
      {giving && (
        <GiveDialog
          busy={act.isPending}
          onClose={() => setGiving(false)}
          onGive={(personId) => doAll({ act: "give", personId })}
        />
      )}
    </div>
  );
}
