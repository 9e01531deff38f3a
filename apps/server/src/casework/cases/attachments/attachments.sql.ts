import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";

type Db = Kysely<unknown>;

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

/** A file to be kept with a case. */
export interface AttachmentToWrite {
  readonly caseId: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly language: string | null;
  readonly pages: readonly string[];
  readonly actor: Actor;
  readonly onBehalfOf?: Actor | undefined;
  readonly at: Date;
}

/** Keeps a file; nothing where the case has the same bytes already. */
export async function insertAttachment(tx: Db, of: AttachmentToWrite): Promise<number | undefined> {
  await sql`
    insert into platform.originals (sha256, size, bytes) values (${of.sha256}, ${of.bytes.length}, ${Buffer.from(of.bytes)})
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    insert into casework.case_attachments (case_id, original, file_name, media_type, size, language, pages, actor,
      on_behalf_of, at)
    values (${of.caseId}, ${of.sha256}, ${of.fileName}, ${of.mediaType}, ${of.bytes.length}, ${of.language},
      ${of.pages}::text[], ${json(of.actor)}, ${of.onBehalfOf ? json(of.onBehalfOf) : null}, ${of.at})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** A file of a case without its bytes and text. */
export interface AttachmentRow {
  id: number;
  fileName: string;
  mediaType: string;
  size: number;
  title: string | null;
  language: string | null;
  pages: number;
  actor: Actor;
  at: Date;
}

const ATTACHMENT = sql`
  id, file_name as "fileName", media_type as "mediaType", size, title, language, cardinality(pages) as pages, actor, at`;

/** The files of a case, oldest first. */
export async function listAttachmentRows(db: Db, caseId: number): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`
    select ${ATTACHMENT} from casework.case_attachments where case_id = ${caseId} order by id`.execute(db);
  return rows;
}

/** A file of a case; nothing where the case has no such file. */
export async function findAttachment(db: Db, caseId: number, id: number): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`
    select ${ATTACHMENT} from casework.case_attachments where case_id = ${caseId} and id = ${id}`.execute(db);
  return rows[0];
}

/** The text of a file, page by page. */
export async function readPagesOf(db: Db, id: number): Promise<string[]> {
  const { rows } = await sql<{ pages: string[] }>`
    select pages from casework.case_attachments where id = ${id}`.execute(db);
  return rows[0]?.pages ?? [];
}

/** The bytes of a file as it was added. */
export async function readBytesOf(db: Db, id: number): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select o.bytes from casework.case_attachments a join platform.originals o on o.sha256 = a.original
    where a.id = ${id}`.execute(db);
  const [original] = rows;
  if (!original) throw new Error(`The original of the attachment ${id} is missing`);
  return original.bytes;
}
