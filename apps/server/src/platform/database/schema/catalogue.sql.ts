import { type Kysely, sql } from "kysely";

/** A schema of ours and what the application may do in it. */
export interface SchemaObject {
  readonly name: string;
  readonly comment: string | null;
  readonly grants: readonly string[];
}

/** A column as `create table` would define it. */
export interface ColumnObject {
  readonly definition: string;
  readonly name: string;
  readonly comment: string | null;
}

/** A table or view with everything that hangs on it; every part is SQL as PostgreSQL writes it. */
export interface RelationObject {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view" | "materialized view";
  readonly comment: string | null;
  readonly columns: readonly ColumnObject[];
  readonly constraints: readonly string[];
  /** The query of a view. */
  readonly query: string | null;
  readonly partitioning: string | null;
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  readonly policies: readonly string[];
  readonly grants: readonly string[];
}

/** A function with its definition. */
export interface FunctionObject {
  readonly schema: string;
  readonly signature: string;
  readonly definition: string;
  readonly comment: string | null;
}

/** Everything in the schemas of Varde, in a fixed order. The queue's own schema is not ours. */
export interface Catalogue {
  readonly schemas: readonly SchemaObject[];
  readonly functions: readonly FunctionObject[];
  readonly relations: readonly RelationObject[];
  readonly defaultGrants: readonly string[];
}

const OURS = sql`('access', 'casework', 'governance', 'platform')`;

/** "privileges to role", for everyone but the owner. */
const grantsIn = (acl: string, owner: string) =>
  sql.raw(`array(
  select string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to ' || coalesce(rolname, 'public')
  from aclexplode(${acl}) left join pg_roles on pg_roles.oid = grantee
  where grantee <> ${owner} group by rolname order by rolname)`);

/** Reads the catalogue of a database. */
export async function readCatalogue(db: Kysely<unknown>): Promise<Catalogue> {
  return {
    schemas: await readSchemas(db),
    functions: await readFunctions(db),
    relations: await readRelations(db),
    defaultGrants: await readDefaultGrants(db),
  };
}

async function readSchemas(db: Kysely<unknown>): Promise<SchemaObject[]> {
  const { rows } = await sql<SchemaObject>`
    select nspname as name, obj_description(oid, 'pg_namespace') as comment,
      ${grantsIn("nspacl", "nspowner")} as grants
    from pg_namespace where nspname in ${OURS} order by nspname
  `.execute(db);
  return rows;
}

async function readFunctions(db: Kysely<unknown>): Promise<FunctionObject[]> {
  const { rows } = await sql<FunctionObject>`
    select n.nspname as schema, p.oid::regprocedure::text as signature, pg_get_functiondef(p.oid) as definition,
      obj_description(p.oid, 'pg_proc') as comment
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ${OURS} order by 2
  `.execute(db);
  return rows;
}

async function readRelations(db: Kysely<unknown>): Promise<RelationObject[]> {
  const { rows } = await sql<RelationObject>`
    select n.nspname as schema, c.relname as name,
      case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind,
      obj_description(c.oid, 'pg_class') as comment,
      (${columnsOf}) as columns,
      array(select format('constraint %I %s', conname, pg_get_constraintdef(k.oid)) from pg_constraint k
        where conrelid = c.oid and contype <> 'n' and contype <> 't'
        order by position(contype::text in 'pucxf'), conname) as constraints,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as query,
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partitioning,
      array(select pg_get_indexdef(indexrelid) from pg_index i join pg_class x on x.oid = indexrelid
        where indrelid = c.oid and not exists (select from pg_constraint where conindid = indexrelid and conrelid = c.oid)
        order by x.relname) as indexes,
      array(select pg_get_triggerdef(t.oid, true) || case tgenabled when 'A' then ' -- always' when 'D' then ' -- disabled' else '' end
        from pg_trigger t where tgrelid = c.oid and not tgisinternal order by tgname) as triggers,
      array(select format('policy %I for %s using (%s) with check (%s)', polname, polcmd,
          pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
        from pg_policy where polrelid = c.oid order by polname) as policies,
      ${grantsIn("c.relacl", "c.relowner")} as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    order by n.nspname, c.relname
  `.execute(db);
  return rows;
}

const columnsOf = sql`
  select coalesce(json_agg(json_build_object(
    'name', attname,
    'comment', col_description(attrelid, attnum),
    'definition', concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
      case when attcollation <> typcollation then 'collate ' || quote_ident(collname) end,
      case attidentity when 'a' then 'generated always as identity' when 'd' then 'generated by default as identity' end,
      case when attgenerated = 's' then 'generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
        when adbin is not null then 'default ' || pg_get_expr(adbin, adrelid) end,
      case when attnotnull and attidentity = '' then 'not null' end)
    ) order by attnum), '[]')
  from pg_attribute join pg_type t on t.oid = atttypid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  left join pg_collation on pg_collation.oid = attcollation
  where attrelid = c.oid and attnum > 0 and not attisdropped`;

async function readDefaultGrants(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ granted: string }>`
    select format('in schema %I %s of %s: ', nspname,
        case defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else defaclobjtype::text end,
        defaclrole::regrole) || unnest(${grantsIn("defaclacl", "defaclrole")}) as granted
    from pg_default_acl join pg_namespace n on n.oid = defaclnamespace
    where nspname in ${OURS} order by 1
  `.execute(db);
  return rows.map(({ granted }) => granted);
}
