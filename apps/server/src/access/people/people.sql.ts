import type { Language, Person, Role } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** A person as the login provider described them at a login. */
export interface LoggedInPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Used at the first login only; later the person's own choice stands. */
  readonly language: Language;
}

/** Remembers who logged in: name and roles are replaced by the provider's, the language stays. */
export async function rememberPerson(db: Kysely<unknown>, person: LoggedInPerson, at: Date): Promise<Person> {
  const { rows } = await sql<Person>`
    insert into access.people (issuer, subject, name, roles, language, first_login_at, last_login_at)
    values (${person.issuer}, ${person.subject}, ${person.name}, ${person.roles}, ${person.language}, ${at}, ${at})
    on conflict (issuer, subject) do update
      set name = excluded.name, roles = excluded.roles, last_login_at = excluded.last_login_at
    returning id, name, roles, language
  `.execute(db);
  return rows[0] as Person;
}

/** Sets the language of the pages for a person. */
export async function chooseLanguage(db: Kysely<unknown>, id: string, language: Language): Promise<void> {
  await sql`update access.people set language = ${language} where id = ${id}`.execute(db);
}
