import { notifyChange } from "../../../platform/database/index.ts";
import type { Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { insertMentions, insertNote } from "./work.sql.ts";
import { type Worker, workOnCase } from "./work-on-case.ts";

/** Writes a note in a case and tells those mentioned in it. The same request writes it once. */
export function addNote(
  parts: CasesParts,
  worker: Worker,
  {
    text,
    mentions,
    requestId,
  }: { text: string; mentions: readonly string[]; requestId?: string | undefined },
): Promise<Refusal | undefined> {
  return workOnCase(parts, worker, "addNote", async ({ tx, actor, at }) => {
    const noteId = await insertNote(tx, { caseId: worker.caseId, text, actor, at, requestId });
    if (noteId === undefined) return undefined;
    const mentioned = await insertMentions(tx, noteId, mentions);
    for (const personId of mentioned) await notifyChange(tx, "caseMentions", personId);
    return { noteId, mentioned };
  });
}
