import { type Kysely, sql } from "kysely";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../database/index.ts";
import { jobActor, personActor } from "./actor.ts";
import { recordAudit } from "./audit.sql.ts";
import { sealEntries } from "./chain/seal-entries.ts";

/** Writes entries as different people would, and seals them. */
export async function inventEntries(db: Kysely<unknown>, clock: Clock, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1)
    await recordAudit(db, {
      at: clock.now(),
      actor:
        number % 3 === 0 ? jobActor("balance") : personActor({ id: `p${number % 2}`, name: "Turid Nygård" }),
      act: "readAlert",
      object: { type: "alert", id: String(number) },
      purpose: "sier «æ» og \u2028 linjeskift\nher",
      details: { found: [number, 1.5, null], empty: {} },
      ...(number % 4 === 0 && { before: { state: "asked" }, after: { state: "confirmed" } }),
    });
  await sealEntries({ db, clock });
}

/** Writes in the log and its chain past all that refuses it, as the owner of the database could. */
export async function tamper(
  { owner }: Pick<Database, "owner">,
  write: (tx: Kysely<unknown>) => Promise<unknown>,
): Promise<void> {
  const triggers = (verb: string) =>
    ["audit", "audit_seals"].map((table) => sql.raw(`alter table platform.${table} ${verb} trigger user`));
  await owner.transaction().execute(async (tx) => {
    await sql`alter table platform.audit_seals drop constraint audit_seals_entry_id_fkey`.execute(tx);
    for (const statement of triggers("disable")) await statement.execute(tx);
    await write(tx);
    for (const statement of triggers("enable")) await statement.execute(tx);
  });
}
