import type { LegalBasisText, LookUpAnswer, LookUpRegister } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";

type Db = Kysely<unknown>;

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

/** By whom, in whose place and when something is written. */
export interface WrittenBy {
  readonly actor: Actor;
  readonly onBehalfOf?: Actor | undefined;
  readonly at: Date;
}

const doneBy = ({ actor, onBehalfOf, at }: WrittenBy) =>
  sql`${json(actor)}, ${onBehalfOf ? json(onBehalfOf) : null}, ${at}`;

/** The number the next look-up will have, so that the rules can name it before it is written. */
export async function takeLookUpId(tx: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('casework.case_look_ups', 'id')) as id`.execute(tx);
  return rows[0]!.id;
}

/** A look-up with its answer as evidence. */
export interface LookUpToWrite {
  readonly id: number;
  readonly register: LookUpRegister;
  readonly purpose: string;
  readonly answer: LookUpAnswer;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Keeps a look-up as evidence. */
export async function insertLookUp(tx: Db, caseId: number, of: LookUpToWrite, by: WrittenBy): Promise<void> {
  await sql`
    insert into casework.case_look_ups (id, case_id, register, purpose, answer, evidence, actor, on_behalf_of, at)
    overriding system value values (${of.id}, ${caseId}, ${of.register}, ${of.purpose}, ${of.answer}, ${json(of.evidence)}, ${doneBy(by)})`.execute(
    tx,
  );
}

/** What is decided or proposed, in words. */
export interface DecisionToWrite {
  readonly kind: "decision" | "interimSuspension" | "suspensionExtension";
  readonly outcome: string;
  readonly letter: string;
  readonly conditions: readonly string[];
  readonly legalBases: readonly LegalBasisText[];
  readonly effectiveFrom: string | null;
  readonly contentHash: string;
}

/** Keeps a version of what a case decides. */
export async function insertDecision(
  tx: Db,
  { caseId, actId }: { caseId: number; actId: number },
  of: DecisionToWrite,
  by: WrittenBy,
): Promise<void> {
  await sql`
    insert into casework.case_decisions (case_id, act_id, kind, version, outcome, letter, conditions, legal_bases,
      effective_from, content_hash, actor, on_behalf_of, written_at)
    select ${caseId}, ${actId}, ${of.kind}, (select coalesce(max(version), 0) + 1 from casework.case_decisions
        where case_id = ${caseId} and kind = ${of.kind}),
      ${of.outcome}, ${of.letter}, ${of.conditions}::text[], ${json(of.legalBases)}, ${of.effectiveFrom}::date,
      ${of.contentHash}, ${doneBy(by)}`.execute(tx);
}

/** Ties two cases together; false where they already are. */
export async function insertLink(
  tx: Db,
  pair: readonly [number, number],
  { reason, actor, at }: { reason: string; actor: Actor; at: Date },
): Promise<boolean> {
  const [low, high] = [...pair].sort((a, b) => a - b);
  const { rows } = await sql`
    insert into casework.case_links (case_id, other_id, reason, actor, at)
    values (${low}, ${high}, ${reason}, ${json(actor)}, ${at}) on conflict do nothing returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Parts two cases; false where they are not tied. */
export async function deleteLink(tx: Db, pair: readonly [number, number]): Promise<boolean> {
  const [low, high] = [...pair].sort((a, b) => a - b);
  const { rows } = await sql`
    delete from casework.case_links where case_id = ${low} and other_id = ${high} returning 1`.execute(tx);
  return rows.length > 0;
}

/** The units that own a case; nothing where there is no such case. */
export async function findUnits(db: Db, caseId: number): Promise<string[] | undefined> {
  const { rows } = await sql<{
    units: string[];
  }>`select units from casework.cases where id = ${caseId}`.execute(db);
  return rows[0]?.units;
}
