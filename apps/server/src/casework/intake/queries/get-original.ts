import { recordAudit } from "../../../platform/audit/index.ts";
import type { ServedFile } from "../../../platform/http/index.ts";
import { missing, type Refusal } from "../../../platform/rules/refusal.ts";
import type { Acting } from "../commands/act-on-message.ts";
import { noSuchMessage } from "../intake.rules.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { DEFAULT_LIMITS } from "../reading/limits.ts";
import { collectParts } from "../reading/parts/collect-parts.ts";
import { findMessage, findOriginal } from "./message-view.sql.ts";

const UNTOUCHED = "application/octet-stream";

/** The bytes of a message as they came. Handing them out is audited. */
export async function openOriginal(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  id: number,
  { actor }: Pick<Acting, "actor">,
): Promise<ServedFile | Refusal> {
  const original = await findOriginal(db, id);
  if (!original) return noSuchMessage(id);
  await recordAudit(db, {
    at: clock.now(),
    actor,
    act: "downloadOriginal",
    object: { type: "message", id: String(id) },
  });
  const { bytes, fileName, kind } = original;
  return {
    fileName: fileName ?? `melding-${id}.${kind === "manual" ? "json" : "eml"}`,
    mediaType: UNTOUCHED,
    content: bytes,
    size: bytes.length,
  };
}

/**
 * The bytes of one part of a message, such as an attachment. Only parts that reading has found can be asked for, so that
 * what stopped a reader is never unpacked here. Handing them out is audited.
 */
export async function openPart(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  { id, path }: { id: number; path: string },
  { actor }: Pick<Acting, "actor">,
): Promise<ServedFile | Refusal> {
  const message = await findMessage(db, id);
  if (!message) return noSuchMessage(id);
  const part = message.reading?.parts.find((one) => one.path === path);
  const original = part && (await findOriginal(db, id));
  if (!part || !original) return missing("partNotFound", { id, path });
  const { leaves } = await collectParts(original.bytes, DEFAULT_LIMITS);
  const leaf = leaves.find((one) => one.part.path === path);
  if (!leaf) return missing("partNotFound", { id, path });
  await recordAudit(db, {
    at: clock.now(),
    actor,
    act: "downloadPart",
    object: { type: "message", id: String(id) },
    details: { path },
  });
  return {
    fileName: part.fileName ?? `melding-${id}-del-${path}`,
    mediaType: UNTOUCHED,
    content: leaf.bytes,
    size: leaf.bytes.length,
  };
}
