import { createHash, randomUUID } from "node:crypto";
import type { PersonRecord } from "@varde/linkage";
import { type Kysely, sql } from "kysely";

/** What a test says about a version of an alert; the rest is filled in. */
export interface InventedVersion {
  surname?: string;
  forename?: string;
  birthDate?: string;
  nationalId?: string;
  profession?: string;
  sendingCountry?: string;
  alertNumber?: string;
  kind?: "alert" | "update" | "withdrawal";
  at?: Date;
}

/** The ids of what was invented. */
export interface InventedAlert {
  alertId: number;
  versionId: number;
  messageId: number;
}

const AT = new Date("2026-11-22T08:00:00Z");

/** Registers an alert, or with `alertId` a further version of one, each with a message of its own, as intake would. */
export async function registerVersion(
  db: Kysely<unknown>,
  given: InventedVersion & { alertId?: number } = {},
): Promise<InventedAlert> {
  const { kind = given.alertId === undefined ? "alert" : "update", at = AT } = given;
  const messageId = await insertMessage(db, at);
  const number = given.alertNumber ?? `SE-${messageId}`;
  const alertId = given.alertId ?? (await insertAlert(db, number, at));
  const said = {
    surname: "Lindqvist",
    forename: "Sara",
    birthDate: "1967-05-09",
    sendingCountry: "SE",
    ...given,
  };
  const fields = Object.fromEntries(
    Object.entries({
      surname: said.surname,
      forename: said.forename,
      birthDate: said.birthDate,
      alertNumber: number,
    }).map(([name, value]) => [name, { value, raw: value, from: { part: "1", label: name } }]),
  );
  const { rows } = await sql<{ id: number }>`
    insert into casework.alert_versions (alert_id, message_id, ordinal, kind, sent_as, recorded_at, alert_number,
      sending_country, surname, forename, birth_date, national_id, profession, measure, fields, content_hash, document_hash)
    values (${alertId}, ${messageId}, 1, ${kind}, ${kind}, ${at}, ${number}, ${said.sendingCountry}, ${said.surname},
      ${said.forename}, ${said.birthDate}, ${said.nationalId ?? null}, ${said.profession ?? null}, 'Suspension',
      ${JSON.stringify(fields)}::text::jsonb, ${randomUUID()}, ${randomUUID()})
    returning id`.execute(db);
  const versionId = rows[0]!.id;
  const status = kind === "withdrawal" ? "withdrawn" : "valid";
  await sql`update casework.alerts set current_version = ${versionId}, status = ${status} where id = ${alertId}`.execute(
    db,
  );
  if (status === "withdrawn")
    await sql`insert into casework.alert_statuses (alert_id, at, status) values (${alertId}, ${at}, ${status})`.execute(
      db,
    );
  return { alertId, versionId, messageId };
}

/** What an alert about this person would say; a register person may so be reported, with or without noise. */
export function reportOf(person: PersonRecord): InventedVersion {
  return {
    surname: person.surnames.join(" "),
    forename: person.forenames.join(" "),
    ...(person.birthDate && { birthDate: person.birthDate }),
    ...(person.professions?.[0] && { profession: person.professions[0] }),
  };
}

async function insertMessage(db: Kysely<unknown>, at: Date): Promise<number> {
  const bytes = Buffer.from(randomUUID());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await sql`insert into platform.originals (sha256, size, bytes) values (${sha256}, ${bytes.length}, ${bytes})`.execute(
    db,
  );
  const { rows } = await sql<{ id: number }>`
    with mailbox as (
      insert into casework.mailboxes (kind, name, address) values ('folder', 'Invented', '/invented')
      on conflict (kind, address) do update set name = excluded.name returning id
    )
    insert into casework.messages (mailbox_id, source_key, file_name, original, size, received_at, state, state_since)
    select id, ${sha256}, ${`${sha256.slice(0, 6)}.eml`}, ${sha256}, ${bytes.length}, ${at}, 'registered', ${at} from mailbox
    returning id`.execute(db);
  const id = rows[0]!.id;
  for (const state of ["received", "registered"])
    await sql`
      insert into casework.message_events (message_id, at, state, actor)
      values (${id}, ${at}, ${state}, '{"kind":"job","name":"intake"}')`.execute(db);
  return id;
}

async function insertAlert(db: Kysely<unknown>, number: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.alerts (sending_country, alert_number, number_key, opened_at)
    values ('SE', ${number}, ${number.replace(/[^\w]/g, "").toUpperCase()}, ${at}) returning id`.execute(db);
  await sql`insert into casework.alert_statuses (alert_id, at, status) values (${rows[0]!.id}, ${at}, 'valid')`.execute(
    db,
  );
  return rows[0]!.id;
}
