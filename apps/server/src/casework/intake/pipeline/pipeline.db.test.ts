import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import type { PipelineParts } from "../intake-parts.ts";
import { ensureMailbox } from "../mailboxes/mailboxes.sql.ts";
import { ROBOT } from "../robot.ts";
import { arrivalOf, intakeForTests, inventEntry, ledgerOf, type Said } from "../testing.ts";
import { drainIntake } from "./drain-intake.ts";
import { GIVEN_UP_AFTER, readNextMessages } from "./read-messages.ts";
import { receiveBatch } from "./receive-batch.ts";
import { registerNextMessages } from "./register-messages.ts";

const alert = inventEntry({ alertNumber: "SE-1" });
const update = inventEntry({ kind: "update", alertNumber: "SE-1", measure: "Suspension" });
const withdrawal = inventEntry({ kind: "withdrawal", alertNumber: "SE-1" });

describe("the pipeline", () => {
  let parts: PipelineParts;
  let mailbox: number;

  beforeEach(async (t) => {
    parts = intakeForTests(await createTestDatabase(t as never));
    mailbox = (await ensureMailbox(parts.db, { kind: "folder", name: "box", address: "/box" })).id;
  });

  const receive = (...said: [name: string, said: Said][]) =>
    receiveBatch(
      parts,
      mailbox,
      said.map(([name, what]) => arrivalOf(name, what)),
      ROBOT,
    );

  const versions = async () => {
    const { rows } = await sql<{ said: string }>`
      select concat_ws(' ', dense_rank() over (order by v.alert_id), v.kind, m.file_name) as said
      from casework.alert_versions v join casework.messages m on m.id = v.message_id order by v.id`.execute(
      parts.db,
    );
    return rows.map(({ said }) => said);
  };

  const status = async () => {
    const { rows } = await sql<{ status: string }>`
      select string_agg(status, ' ' order by id) as status from casework.alert_statuses`.execute(parts.db);
    return rows[0]?.status;
  };

  test("gives every message one state and keeps each state it had in the history", async () => {
    await receive(
      ["1", { entries: [alert] }],
      ["2", { irrelevant: "noise" }],
      ["3", { quarantined: "brokenPdf" }],
    );
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), [
      "1.eml registered",
      "2.eml irrelevant noise",
      "3.eml quarantined brokenPdf",
    ]);
    const { rows } = await sql<{ states: string }>`
      select string_agg(state, ' ' order by id) as states from casework.message_events group by message_id order by message_id`.execute(
      parts.db,
    );
    assert.deepEqual(
      rows.map(({ states }) => states),
      ["received read registered", "received read irrelevant", "received read quarantined"],
    );
  });

  test("changes nothing when the same messages are received again", async () => {
    const said: [string, Said][] = [
      ["1", { entries: [alert] }],
      ["2", { irrelevant: "noise" }],
    ];
    assert.equal((await receive(...said)).ids.length, 2);
    await drainIntake(parts);
    const before = await ledgerOf(parts.db);
    assert.deepEqual(await receive(...said), { ids: [], known: 2 });
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), before);
  });

  test("ties updates and withdrawals to their alert and follows whether it is in force", async () => {
    await receive(
      ["1", { entries: [alert] }],
      ["2", { entries: [withdrawal] }],
      ["3", { entries: [update] }],
    );
    await drainIntake(parts);
    assert.deepEqual(await versions(), ["1 alert 1.eml", "1 withdrawal 2.eml", "1 update 3.eml"]);
    assert.equal(await status(), "valid withdrawn valid");
  });

  test("registers what came before its alert as soon as the alert comes, in ledger order", async () => {
    await receive(["1", { entries: [update] }], ["2", { entries: [withdrawal] }]);
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), [
      "1.eml quarantined unknownReference",
      "2.eml quarantined unknownReference",
    ]);
    await receive(["3", { entries: [alert] }]);
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), ["1.eml registered", "2.eml registered", "3.eml registered"]);
    assert.deepEqual(await versions(), ["1 alert 3.eml", "1 update 1.eml", "1 withdrawal 2.eml"]);
  });

  test("links a copy to the first, whatever state the first is in", async () => {
    const broken: Said = { quarantined: "brokenPdf" };
    const copy = (key: string, of: string, said: Said) => ({
      ...arrivalOf(of, said),
      sourceKey: key,
      fileName: `${key}.eml`,
    });
    await receiveBatch(
      parts,
      mailbox,
      [
        arrivalOf("1", broken),
        copy("2", "1", broken),
        arrivalOf("3", { entries: [alert] }),
        arrivalOf("4", { entries: [alert] }),
        copy("5", "4", { entries: [alert] }),
      ],
      ROBOT,
    );
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), [
      "1.eml quarantined brokenPdf",
      "2.eml duplicate 1.eml",
      "3.eml registered",
      "4.eml duplicate 3.eml",
      "5.eml duplicate 3.eml",
    ]);
  });

  test("never takes an empty message for a copy of another empty one", async () => {
    const empty = (key: string) => ({ ...arrivalOf(key, {}), bytes: new Uint8Array() });
    const reader = {
      ready: async () => {},
      read: async () => ({
        header: { to: [] },
        parts: [],
        verdict: {
          outcome: "quarantined" as const,
          reason: "emptyMessage" as const,
          params: {},
          entries: [],
        },
      }),
    };
    await receiveBatch(parts, mailbox, [empty("1"), empty("2")], ROBOT);
    await drainIntake({ ...parts, reader });
    assert.deepEqual(await ledgerOf(parts.db), [
      "1.eml quarantined emptyMessage",
      "2.eml quarantined emptyMessage",
    ]);
  });

  test("registers the complete entries of a message at once and keeps it in quarantine for the rest", async () => {
    await receive(["1", { entries: [alert, inventEntry({ alertNumber: "SE-2", missing: ["name"] })] }]);
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), ["1.eml quarantined missingMandatory"]);
    assert.deepEqual(await versions(), ["1 alert 1.eml"]);
  });

  test("registers no message before an earlier one has been read", async () => {
    await receive(["1", { entries: [alert] }], ["2", { entries: [alert] }]);
    await sql`update casework.messages set state = 'read' where id = 2`.execute(parts.db);
    assert.equal(await registerNextMessages(parts), 0);
  });

  test("quarantines a message whose reader has ended again and again, and reads its neighbours", async () => {
    await receive(["1", { entries: [alert] }], ["2", { irrelevant: "noise" }]);
    await sql`update casework.messages set read_attempts = ${GIVEN_UP_AFTER} where id = 1`.execute(parts.db);
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), ["1.eml quarantined readerFailed", "2.eml irrelevant noise"]);
  });

  test("lets two readers take different messages at the same time", async () => {
    await receive(
      ...Array.from({ length: 60 }, (_, n): [string, Said] => [String(n), { irrelevant: "noise" }]),
    );
    await Promise.all([drainIntake(parts), drainIntake(parts), drainIntake(parts)]);
    const { rows } = await sql<{
      readings: number;
    }>`select count(*)::int as readings from casework.message_readings`.execute(parts.db);
    assert.equal(rows[0]?.readings, 60);
    assert.equal(await readNextMessages(parts), 0);
  });

  test("puts a message that cannot be registered into quarantine and registers those after it", async () => {
    const impossible = { ...inventEntry({ alertNumber: "SE-8" }), fields: null as never };
    await receive(
      ["1", { entries: [alert] }],
      ["2", { entries: [impossible] }],
      ["3", { entries: [update] }],
    );
    await drainIntake(parts);
    assert.deepEqual(await ledgerOf(parts.db), [
      "1.eml registered",
      "2.eml quarantined readerFailed",
      "3.eml registered",
    ]);
  });

  test("keeps text that a database cannot hold as it is", async () => {
    const hostile = inventEntry({ alertNumber: "SE-9", surname: "Nul\0l", forename: "half \ud83d" });
    const reader = {
      ready: async () => {},
      read: async () => ({
        header: { to: [], subject: "a\0b" },
        parts: [],
        verdict: { outcome: "alerts" as const, entries: [hostile] },
      }),
    };
    await receive(["1", {}]);
    await drainIntake({ ...parts, reader });
    assert.deepEqual(await ledgerOf(parts.db), ["1.eml registered"]);
  });
});
