import { recordAudit } from "../../../platform/audit/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { ensureMailbox } from "../mailboxes/mailboxes.sql.ts";
import { messageIdsOf } from "../pipeline/receive.sql.ts";
import { type Arrival, nameAndContentKey, receiveBatch } from "../pipeline/receive-batch.ts";
import type { Acting } from "./act-on-message.ts";

/** A file as a person gives it. */
export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What an upload became: its message, and whether the same file had been uploaded before. */
export interface Uploaded {
  fileName: string;
  messageId: number;
  known: boolean;
}

/** Takes uploaded files into the ledger, each as a message of its own. A file uploaded again is known and changes nothing. */
export async function uploadMessages(
  parts: IntakeParts,
  files: readonly UploadedFile[],
  { actor }: Pick<Acting, "actor">,
): Promise<Uploaded[]> {
  const mailbox = await ensureMailbox(parts.db, { kind: "upload", name: "Opplasting", address: "upload" });
  const arrivals = files.map(({ fileName, bytes }): Arrival => {
    return { sourceFolder: "", sourceKey: nameAndContentKey(fileName, bytes), folder: "", fileName, bytes };
  });
  const { ids } = await receiveBatch(parts, mailbox.id, arrivals, actor);
  const fresh = new Set(ids);
  const idOf = await messageIdsOf(
    parts.db,
    mailbox.id,
    arrivals.map(({ sourceKey }) => sourceKey),
  );
  await recordAudit(parts.db, {
    at: parts.clock.now(),
    actor,
    act: "uploadMessages",
    details: { messages: [...idOf.values()] },
  });
  return arrivals.map(({ fileName = "", sourceKey }) => {
    const messageId = idOf.get(sourceKey);
    if (messageId === undefined) throw new Error("an uploaded file was not given a ledger row");
    return { fileName, messageId, known: !fresh.has(messageId) };
  });
}
