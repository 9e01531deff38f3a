import { type Kysely, sql } from "kysely";
import type { Actor } from "./actor.ts";

/** One entry of the audit log. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  /** In whose place, where a stand-in acts and the actor does not say so already. */
  readonly onBehalfOf?: Actor;
  /** What was done or looked at, as one camel-case word: "readMessage", "login". */
  readonly act: string;
  readonly object?: { readonly type: string; readonly id: string };
  /** Why, where the act demands a purpose. */
  readonly purpose?: string;
  /** What else an auditor needs to know. Never a secret, never the content of a case. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Of a write: how the object stood before and afterwards, in ids and codes. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/**
 * Writes one entry to the audit log, in the transaction of the act where there is one. It gets its place in the
 * chain once that is committed. Signs that PostgreSQL cannot store are written as U+FFFD, so that no input
 * whatever escapes the log.
 */
export async function recordAudit(tx: Kysely<unknown>, entry: AuditEntry): Promise<void> {
  const { at, act, object, purpose, details = {}, before, after } = entry;
  const { actor, onBehalfOf = entry.onBehalfOf } = partedActor(entry.actor);
  await sql`
    insert into platform.audit (at, actor, on_behalf_of, act, object_type, object_id, purpose, details, before, after)
    values (
      ${at}, ${asJson(actor)}::text::jsonb, ${asJson(onBehalfOf)}::text::jsonb, ${act}, ${object?.type ?? null},
      ${object ? storable(object.id) : null}, ${purpose === undefined ? null : storable(purpose)},
      ${asJson(details)}::text::jsonb, ${asJson(before)}::text::jsonb, ${asJson(after)}::text::jsonb
    )
  `.execute(tx);
}

/** An actor, and apart from it the one in whose place, which has a column of its own. */
function partedActor(acting: Actor): Pick<AuditEntry, "actor" | "onBehalfOf"> {
  if (acting.kind !== "person" || !acting.onBehalfOf) return { actor: acting };
  const { onBehalfOf, ...actor } = acting;
  return { actor, onBehalfOf: { kind: "person", ...onBehalfOf } };
}

function asJson(value: object | undefined): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storable(part) : part));
}

/** Neither text nor jsonb takes NUL, and jsonb no half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}
