import { notifyChange } from "../../../platform/database/index.ts";
import { missing, type Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { findOfficer } from "../queue/officers.sql.ts";
import { insertMentions, insertNote } from "./work.sql.ts";
import { type Worker, workOnCase } from "./work-on-case.ts";

/** Writes a note in a case and tells the officers mentioned in it; an unknown one refuses it. The same request writes it once. */
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
    for (const personId of mentions) if (!(await findOfficer(tx, personId))) return missing("noSuchOfficer");
    const noteId = await insertNote(tx, { caseId: worker.caseId, text, actor, at, requestId });
    if (noteId === undefined) return undefined;
    const mentioned = await insertMentions(tx, noteId, mentions);
    for (const personId of mentioned) await notifyChange(tx, "caseMentions", personId);
    return { noteId, mentioned };
  });
}
