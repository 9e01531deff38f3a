import type { AlertStatus, EntryKind } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Answer, Proposed, Standing } from "../rules/identity-after-run.rules.ts";
import type { SaidAboutPerson } from "../rules/known-person.ts";
import type { AskedWith } from "./register-index.ts";

type Db = Kysely<unknown>;

/** A version of an alert as the engine is asked about it. */
export interface VersionToMatch extends SaidAboutPerson {
  id: number;
  alertId: number;
  messageId: number;
  kind: EntryKind;
  /** Whether the engine has answered about it before. */
  matched: boolean;
}

/** An alert held locked while it is matched. */
export interface AlertToMatch {
  id: number;
  status: AlertStatus;
  currentVersion: number;
  /** Oldest first. */
  versions: VersionToMatch[];
  /** Where its identity stands, and the answer it rests on; absent before the first answer. */
  identity: IdentityToMatch | undefined;
}

export interface IdentityToMatch extends Standing {
  alertId: number;
  outcome: Answer["outcome"];
  candidates: Proposed[];
  since: Date;
  runId: number;
  decisionId: number | null;
  proposalId: number | null;
  reopened: unknown;
  checkedEngine: string;
  checkedModel: string;
  checkedRegister: number;
}

/** Locks the alerts of the next versions the engine has not answered about, passing over those another process holds. */
export async function lockUnmatched(tx: Db, afterVersion: number, limit: number) {
  const { rows } = await sql<{ alertId: number; versionId: number }>`
    select a.id as "alertId", v.id as "versionId"
    from casework.alert_versions v join casework.alerts a on a.id = v.alert_id
    where v.id > ${afterVersion} and not exists (select from casework.match_runs r where r.version_id = v.id)
    order by v.id limit ${limit} for no key update of a skip locked`.execute(tx);
  return rows;
}

/** Locks the next valid alerts last checked with another engine, another model or an older register. */
export async function lockOutdated(
  tx: Db,
  asked: AskedWith,
  afterAlert: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where i.alert_id > ${afterAlert} and a.status = 'valid' and (i.checked_register < ${asked.registerVersion}
      or i.checked_engine <> ${asked.engineVersion} or i.checked_model <> ${asked.modelVersion})
    order by a.id limit ${limit} for no key update of a skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The oldest register any valid alert was last checked against; undefined where there is no such alert. */
export async function oldestCheckedRegister(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ version: number | null }>`
    select min(i.checked_register) as version
    from casework.alert_identities i join casework.alerts a on a.id = i.alert_id where a.status = 'valid'`.execute(
    db,
  );
  return rows[0]?.version ?? undefined;
}

/** How many versions have never been asked about. */
export async function countUnmatched(db: Db): Promise<number> {
  const { rows } = await sql<{ unmatched: number }>`
    select count(*)::int as unmatched from casework.alert_versions v
    where not exists (select from casework.match_runs r where r.version_id = v.id)`.execute(db);
  return rows[0]!.unmatched;
}

/** Everything matching needs to know about alerts whose rows are locked. */
export async function readToMatch(tx: Db, alertIds: readonly number[]): Promise<AlertToMatch[]> {
  const alerts = await readAlerts(tx, alertIds);
  const versions = Map.groupBy(await readVersions(tx, alertIds), ({ alertId }) => alertId);
  const identities = new Map((await readIdentities(tx, alertIds)).map((one) => [one.alertId, one]));
  return alerts.map((alert) => ({
    ...alert,
    versions: versions.get(alert.id) ?? [],
    identity: identities.get(alert.id),
  }));
}

async function readAlerts(tx: Db, ids: readonly number[]) {
  const { rows } = await sql<Pick<AlertToMatch, "id" | "status" | "currentVersion">>`
    select id, status, current_version as "currentVersion" from casework.alerts
    where id = any(${ids}::bigint[]) order by id`.execute(tx);
  return rows;
}

async function readVersions(tx: Db, alertIds: readonly number[]): Promise<VersionToMatch[]> {
  const { rows } = await sql<VersionToMatch>`
    select v.id, v.alert_id as "alertId", v.message_id as "messageId", v.kind, surname, forename,
      earlier_names as "earlierNames", birth_date as "birthDate", sex, nationality, national_id as "nationalId",
      registration_number as "registrationNumber", profession, sending_country as "sendingCountry",
      exists (select from casework.match_runs r where r.version_id = v.id) as matched
    from casework.alert_versions v where v.alert_id = any(${alertIds}::bigint[]) order by v.id`.execute(tx);
  return rows;
}

const PROPOSED = sql`
  coalesce(jsonb_agg(jsonb_build_object('hprNumber', c.hpr_number, 'probability', c.probability, 'outcome', c.outcome)
    order by c.rank), '[]')`;

async function readIdentities(tx: Db, alertIds: readonly number[]): Promise<IdentityToMatch[]> {
  const { rows } = await sql<IdentityToMatch>`
    select i.alert_id as "alertId", i.state, i.since, i.version_id as "versionId", i.run_id as "runId", i.outcome,
      i.confirmed_hpr as "confirmedHpr", i.decision_id as "decisionId", i.proposal_id as "proposalId",
      i.proposal_id is not null as "awaitsSecond", i.reopened, i.checked_engine as "checkedEngine",
      i.checked_model as "checkedModel", i.checked_register as "checkedRegister",
      (select ${PROPOSED} from casework.candidates c where c.run_id = i.run_id) as candidates,
      (select ${PROPOSED} from casework.identity_decisions d join casework.candidates c on c.run_id = d.run_id
        where d.id = i.decision_id) as "decidedOn"
    from casework.alert_identities i where i.alert_id = any(${alertIds}::bigint[])`.execute(tx);
  return rows;
}
