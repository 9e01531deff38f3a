import type { Language, Person, Role } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** A person as the login provider described them at a login. */
export interface LoggedInPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Nothing where the provider tells none: the name known before stands, at first the subject. */
  readonly name: string | undefined;
  /** Nothing where the provider knows no roles: those given in Varde stand. */
  readonly roles: readonly Role[] | undefined;
  /** Used at the first login only; later the person's own choice stands. */
  readonly language: Language;
}

/** Remembers who logged in: name and roles are replaced by the provider's, the language stays. */
export async function rememberPerson(
  db: Kysely<unknown>,
  { issuer, subject, name, roles, language }: LoggedInPerson,
  at: Date,
): Promise<Person> {
  const { rows } = await sql<Person>`
    insert into access.people as known
      (issuer, subject, name, roles, roles_from, language, first_login_at, last_login_at)
    values (${issuer}, ${subject}, coalesce(${name ?? null}, ${subject}), coalesce(${roles ?? null}::text[], '{}'),
            ${roles ? "provider" : "varde"}, ${language}, ${at}, ${at})
    on conflict (issuer, subject) do update
      set name = coalesce(${name ?? null}, known.name), roles = coalesce(${roles ?? null}::text[], known.roles),
          roles_from = excluded.roles_from, last_login_at = excluded.last_login_at
    returning id, name, roles, language
  `.execute(db);
  return rows[0] as Person;
}

/** Whether the system owner has shut a person out. */
export async function isShutOut(db: Kysely<unknown>, id: string): Promise<boolean> {
  const { rows } =
    await sql`select from access.people where id = ${id} and deactivated_at is not null`.execute(db);
  return rows.length > 0;
}

/** Sets the language of the pages for a person. */
export async function chooseLanguage(db: Kysely<unknown>, id: string, language: Language): Promise<void> {
  await sql`update access.people set language = ${language} where id = ${id}`.execute(db);
}
