import { type Kysely, sql } from "kysely";

/** A column of a table and what is said about it. */
export interface DescribedColumn {
  /** With its schema. */
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly comment: string | null;
}

/** Every column of every table of Varde, in a fixed order. Views hold nothing of their own. */
export async function describedColumns(db: Kysely<unknown>): Promise<DescribedColumn[]> {
  const { rows } = await sql<DescribedColumn>`
    select format('%I.%I', n.nspname, c.relname) as "table", a.attname as "column",
      format_type(a.atttypid, a.atttypmod) as type, col_description(c.oid, a.attnum) as comment
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('access', 'casework', 'governance', 'platform') and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped
    order by n.nspname, c.relname, a.attnum
  `.execute(db);
  return rows;
}
