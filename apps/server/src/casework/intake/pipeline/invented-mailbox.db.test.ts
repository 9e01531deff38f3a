import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { sql } from "kysely";
import { HOSTILE_MESSAGES, inventMailbox, inventRegisterPeople } from "../../../demo/index.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { ensureMailbox } from "../mailboxes/mailboxes.sql.ts";
import { createReadingThreads } from "../reading-threads.ts";
import { ROBOT } from "../robot.ts";
import { createMessageReader } from "../source-profiles/message-reader.ts";
import { shipProfiles } from "../source-profiles/ship-profiles.ts";
import { intakeForTests } from "../testing.ts";
import { settleIntake } from "./drain-intake.ts";
import { type Arrival, nameAndContentKey, receiveBatch } from "./receive-batch.ts";

const threads = createReadingThreads();
after(() => threads.close());
const base = intakeForTests(await createTestDatabase({ after }));
await shipProfiles(base);
const parts = { ...base, reader: createMessageReader(base, threads) };

describe("messages as they come", () => {
  async function read(name: string, files: Iterable<{ fileName: string; bytes: Uint8Array }>): Promise<void> {
    const { id } = await ensureMailbox(parts.db, { kind: "folder", name, address: name });
    await receiveBatch(parts, id, [...files].map(arrival), ROBOT);
    await settleIntake(parts);
  }

  test("an invented mailbox is registered as its truth says: states, kinds, numbers, what is tied to what", async () => {
    const people = [...inventRegisterPeople({ seed: 11, count: 100 })];
    const messages = [...inventMailbox({ seed: "pipeline", people, messages: 150, startDate: "2026-01-01" })];
    await read("invented", messages);
    const expected = messages.flatMap(({ fileName, truth }) =>
      truth.map((row) => ({
        file: fileName,
        state: row.message_state,
        ...(row.message_state === "registered" && {
          kind: row.kind,
          number: row.alert_number,
          surname: row.surname,
          birthDate: row.birth_date,
        }),
      })),
    );
    assert.deepEqual(differences(expected, await said("invented")), []);
  });

  for (const hostile of HOSTILE_MESSAGES) {
    const { name, about, expected } = hostile;
    test(`${name} (${about}) ends as ${expected.reason ?? expected.state}`, async () => {
      await read(name, [{ fileName: `${name}.eml`, bytes: hostile.build() }]);
      const { rows } = await sql<{ state: string; reason: string | null; kept: string }>`
        select m.state, m.reason, (select string_agg(r.reading::text, '') from casework.message_readings r where r.message_id = m.id) as kept
        from casework.messages m join casework.mailboxes b on b.id = m.mailbox_id where b.name = ${name}`.execute(
        parts.db,
      );
      const [row] = rows;
      const ends = [expected.reason, expected.orReason].filter((reason) => reason !== undefined);
      // Several hold the same alert: those after the first repeat it.
      const state = row?.state === "duplicate" ? "registered" : row?.state;
      assert.ok(row && (state === expected.state || expected.orReason), `ends as ${row?.state}`);
      if (state !== "registered" && ends.length > 0)
        assert.ok(ends.includes(row.reason as never), `ends as ${row.reason}`);
      if (expected.never) assert.ok(!row.kept.includes(expected.never), `keeps ${expected.never}`);
    });
  }

  /** What the ledger says of a mailbox, in the words of the truth. */
  async function said(mailbox: string): Promise<object[]> {
    const { rows } = await sql<Record<string, string | null>>`
      select m.file_name as file, m.state, v.kind, v.alert_number as number, v.surname, v.birth_date as "birthDate"
      from casework.messages m join casework.mailboxes b on b.id = m.mailbox_id
      left join casework.alert_versions v on v.message_id = m.id
      where b.name = ${mailbox} order by m.id, v.ordinal`.execute(parts.db);
    return rows.map(({ file, state, kind, number, surname, birthDate }) => ({
      file,
      state,
      ...(state === "registered" && { kind, number, surname, birthDate }),
    }));
  }
});

function arrival({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): Arrival {
  return { sourceFolder: "", sourceKey: nameAndContentKey(fileName, bytes), folder: "", fileName, bytes };
}

/** Rows of one list that the other does not have, whatever their order within a message. */
function differences(expected: readonly object[], found: readonly object[]): string[] {
  const [one, other] = [expected.map(line), found.map(line)].map((lines) => new Set(lines)) as [
    Set<string>,
    Set<string>,
  ];
  return [
    ...[...one].filter((row) => !other.has(row)).map((row) => `expected ${row}`),
    ...[...other].filter((row) => !one.has(row)).map((row) => `found ${row}`),
  ].sort();
}

function line(row: object): string {
  return JSON.stringify(row).normalize("NFC");
}
