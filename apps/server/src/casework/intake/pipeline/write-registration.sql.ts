import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { RegistrationWrites, VersionToWrite } from "./registration-state.ts";

type Tx = Kysely<unknown>;

/** Writes everything a registration has decided, in few statements whatever its size. */
export async function writeRegistration(
  tx: Tx,
  writes: RegistrationWrites,
  { at, actor, note }: { at: Date; actor: Actor; note?: string },
): Promise<void> {
  await insertAlerts(tx, writes, at);
  await insertVersions(tx, writes.versions, at);
  await moveAlerts(tx, writes, at);
  await insertRepeats(tx, writes);
  await moveMessages(tx, writes, at);
  await insertEvents(tx, writes, { at, actor, note });
  await replaceAwaited(tx, writes);
  await repeatForCopies(tx, writes);
}

async function insertAlerts(tx: Tx, { alerts }: RegistrationWrites, at: Date): Promise<void> {
  const opened = [...alerts.values()].filter((alert) => alert.opened);
  if (opened.length === 0) return;
  await sql`
    insert into casework.alerts (id, sending_country, alert_number, number_key, status, opened_at)
    overriding system value
    select id, "sendingCountry", "alertNumber", "numberKey", 'valid', ${at}
    from jsonb_to_recordset(${json(opened)}::text::jsonb)
      as t(id bigint, "sendingCountry" text, "alertNumber" text, "numberKey" text)`.execute(tx);
}

async function insertVersions(tx: Tx, versions: readonly VersionToWrite[], at: Date): Promise<void> {
  if (versions.length === 0) return;
  await sql`
    insert into casework.alert_versions (id, alert_id, message_id, ordinal, kind, sent_as, recorded_at,
      number_key, alert_number, alert_type, sending_country, authority, decision_date, surname, forename, earlier_names,
      birth_date, sex, birth_place, nationality, national_id, registration_number, profession, measure,
      effective_from, effective_until, fields, content_hash, document_hash)
    overriding system value
    select id, "alertId", "messageId", ordinal, kind, "sentAs", ${at},
      "numberKey", "alertNumber", "alertType", "sendingCountry", authority, "decisionDate", surname, forename, "earlierNames",
      "birthDate", sex, "birthPlace", nationality, "nationalId", "registrationNumber", profession, measure,
      "effectiveFrom", "effectiveUntil", fields, "contentHash", "documentHash"
    from jsonb_to_recordset(${json(versions.map(columns))}::text::jsonb) as t(
      id bigint, "alertId" bigint, "messageId" bigint, ordinal int, kind text, "sentAs" text,
      "numberKey" text, "alertNumber" text, "alertType" text, "sendingCountry" text, authority text, "decisionDate" date,
      surname text, forename text, "earlierNames" text, "birthDate" text, sex text, "birthPlace" text,
      nationality text, "nationalId" text, "registrationNumber" text, profession text, measure text,
      "effectiveFrom" date, "effectiveUntil" date, fields jsonb, "contentHash" text, "documentHash" text)`.execute(
    tx,
  );
}

// A date known only in part, or a sex in other words, stays in `fields` as it was sent.
function columns({ values, ...version }: VersionToWrite): Record<string, unknown> {
  const fitting = (value: string | undefined, form: RegExp) => (value && form.test(value) ? value : null);
  return {
    ...values,
    decisionDate: calendarDate(values.decisionDate),
    effectiveFrom: calendarDate(values.effectiveFrom),
    effectiveUntil: calendarDate(values.effectiveUntil),
    birthDate: fitting(values.birthDate, PARTIAL_DATE),
    sex: fitting(values.sex, /^[MFX]$/),
    ...version,
  };
}

function calendarDate(value: string | undefined): string | null {
  const at = value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value ?? "")
    ? (value ?? null)
    : null;
}

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

async function moveAlerts(tx: Tx, { alerts, statuses }: RegistrationWrites, at: Date): Promise<void> {
  if (alerts.size > 0)
    await sql`
      update casework.alerts a set status = t.status, current_version = t."currentVersion"
      from jsonb_to_recordset(${json([...alerts.values()])}::text::jsonb)
        as t(id bigint, status text, "currentVersion" bigint)
      where a.id = t.id`.execute(tx);
  if (statuses.length > 0)
    await sql`
      insert into casework.alert_statuses (alert_id, at, status)
      select "alertId", ${at}, status
      from jsonb_to_recordset(${json(statuses)}::text::jsonb) as t("alertId" bigint, status text)`.execute(
      tx,
    );
}

async function insertRepeats(tx: Tx, { repeats }: RegistrationWrites): Promise<void> {
  if (repeats.length === 0) return;
  await sql`
    insert into casework.repeated_entries (message_id, ordinal, version_id)
    select "messageId", ordinal, "versionId"
    from jsonb_to_recordset(${json(repeats)}::text::jsonb)
      as t("messageId" bigint, ordinal int, "versionId" bigint)`.execute(tx);
}

async function moveMessages(tx: Tx, { outcomes }: RegistrationWrites, at: Date): Promise<void> {
  const last = new Map(outcomes.map(({ messageId, outcome }) => [messageId, { messageId, ...outcome }]));
  await sql`
    update casework.messages m set state = t.state, state_since = ${at}, reason = t.reason,
      reason_params = t."reasonParams", duplicate_of = t."duplicateOf"
    from jsonb_to_recordset(${json([...last.values()])}::text::jsonb)
      as t("messageId" bigint, state text, reason text, "reasonParams" jsonb, "duplicateOf" bigint)
    where m.id = t."messageId"`.execute(tx);
}

async function insertEvents(
  tx: Tx,
  { outcomes }: RegistrationWrites,
  { at, actor, note }: { at: Date; actor: Actor; note: string | undefined },
): Promise<void> {
  const events = outcomes.map(({ messageId, outcome }) => ({ messageId, ...outcome }));
  await sql`
    insert into casework.message_events (message_id, at, state, reason, reason_params, actor, note)
    select "messageId", ${at}, state, reason, "reasonParams", ${json(actor)}::text::jsonb, ${note ?? null}::text
    from jsonb_to_recordset(${json(events)}::text::jsonb)
      as t("messageId" bigint, state text, reason text, "reasonParams" jsonb)`.execute(tx);
}

async function replaceAwaited(tx: Tx, { awaited }: RegistrationWrites): Promise<void> {
  await sql`delete from casework.awaited_references where message_id = any(${[...awaited.keys()]}::bigint[])`.execute(
    tx,
  );
  const rows = [...awaited].flatMap(([messageId, keys]) =>
    [...new Set(keys)].map((numberKey) => ({ messageId, numberKey })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into casework.awaited_references (number_key, message_id)
    select "numberKey", "messageId"
    from jsonb_to_recordset(${json(rows)}::text::jsonb) as t("numberKey" text, "messageId" bigint)`.execute(
    tx,
  );
}

// A copy of the same bytes says, entry by entry, what the first one became; now, or when the first is completed later.
async function repeatForCopies(tx: Tx, { outcomes }: RegistrationWrites): Promise<void> {
  await sql`
    with touched as (
      select distinct original from casework.messages where id = any(${outcomes.map((one) => one.messageId)}::bigint[])
    )
    insert into casework.repeated_entries (message_id, ordinal, version_id)
    select distinct on (copy.id, said.ordinal) copy.id, said.ordinal, said.version_id
    from touched t
    join casework.messages copy on copy.original = t.original and copy.state = 'duplicate' and copy.size > 0
    join casework.messages first on first.original = t.original and first.id <> copy.id
    cross join lateral (
      select ordinal, id as version_id from casework.alert_versions where message_id = first.id
      union all
      select ordinal, version_id from casework.repeated_entries where message_id = first.id) said
    order by copy.id, said.ordinal, said.version_id
    on conflict (message_id, ordinal) do nothing`.execute(tx);
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
