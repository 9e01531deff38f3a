import { type Kysely, sql } from "kysely";
import type { Actor } from "../audit/index.ts";

/** Something that happened, to be recorded. */
export interface DomainEvent {
  /** In the past tense, camel case: "messageRegistered". */
  readonly type: string;
  /** Of the payload's shape; 1 unless told otherwise. */
  readonly version?: number;
  /** What it happened to, as kind:id: "message:12". */
  readonly subject: string;
  /** Ids and codes; never the content of a case. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

/** An event as it was recorded. */
export interface RecordedEvent extends Required<DomainEvent> {
  readonly id: number;
  readonly recordedAt: Date;
}

/** Records an event and returns its number. */
export async function recordEvent(tx: Kysely<unknown>, event: DomainEvent): Promise<number> {
  const { type, version = 1, subject, payload = {}, actor } = event;
  const { rows } = await sql<{ id: number }>`
    insert into platform.events (type, version, subject, payload, actor)
    values (${type}, ${version}, ${subject}, ${JSON.stringify(payload)}, ${JSON.stringify(actor)})
    returning id
  `.execute(tx);
  return rows[0]!.id;
}

/** A recorded event by its number. */
export async function getEvent(db: Kysely<unknown>, id: number): Promise<RecordedEvent> {
  const { rows } = await sql<RecordedEvent>`
    select id, type, version, subject, payload, actor, recorded_at as "recordedAt" from platform.events where id = ${id}
  `.execute(db);
  const [event] = rows;
  if (!event) throw new Error(`There is no event ${id}`);
  return event;
}
