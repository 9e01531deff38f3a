import { type Kysely, sql } from "kysely";
import type { Actor } from "./actor.ts";

/** One line of the audit log. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  /** In whose place, where a stand-in acts. */
  readonly onBehalfOf?: Actor;
  /** What was done or looked at, as one camel-case word: "readMessage", "login". */
  readonly act: string;
  readonly object?: { readonly type: string; readonly id: string };
  /** Why, where the act demands a purpose. */
  readonly purpose?: string;
  /** What else an auditor needs to know. Never a secret, never the content of a case. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes one line to the audit log, in the transaction of the act where there is one. */
export async function recordAudit(tx: Kysely<unknown>, entry: AuditEntry): Promise<void> {
  const { at, actor, onBehalfOf, act, object, purpose, details = {} } = entry;
  await sql`
    insert into platform.audit (at, actor, on_behalf_of, act, object_type, object_id, purpose, details)
    values (
      ${at}, ${JSON.stringify(actor)}::text::jsonb, ${onBehalfOf ? JSON.stringify(onBehalfOf) : null}::text::jsonb,
      ${act}, ${object?.type ?? null}, ${object?.id ?? null}, ${purpose ?? null}, ${JSON.stringify(details)}::text::jsonb
    )
  `.execute(tx);
}
