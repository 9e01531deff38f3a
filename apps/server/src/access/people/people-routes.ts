import { peopleRoutes } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import { type App, serve } from "../../platform/http/index.ts";
import { invalid, missing } from "../../platform/rules/refusal.ts";
import { listSessions } from "../sessions/open-sessions.sql.ts";
import { deactivatePerson, endSessionsOfPerson, giveRoles, reactivatePerson } from "./administer-people.ts";
import { findKnownPerson, listKnownPeople } from "./known-people.sql.ts";

const MAY = { may: "administerPeople" } as const;
/** What raises or restores somebody's rights demands that the one who does it has just proved who they are. */
const MAY_SURELY = { may: "administerPeople", stepUp: true } as const;

/** Administration of people: who may come in, shutting out, ending sessions, giving roles. */
export function servePeople(app: App, { db, clock }: { db: Kysely<unknown>; clock: Clock }): void {
  const acting = (person: { id: string; name: string }) => ({ db, clock, actor: personActor(person) });
  serve(app, peopleRoutes.listPeople, MAY, async ({ query, person }) => {
    const { after, limit, ...wanted } = query;
    const from = after === undefined ? undefined : placeOf(after);
    if (after !== undefined && !from) return invalid("placeUnknown");
    const found = await listKnownPeople(db, { ...wanted, after: from, limit: limit + 1 }, clock.now());
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    await recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act: "listPeople",
      details: { people: rows.length },
    });
    return { rows, next: found.length > limit && last ? JSON.stringify([last.name, last.id]) : null };
  });
  serve(app, peopleRoutes.getKnownPerson, MAY, async ({ params, person }) => {
    const now = clock.now();
    const found = await findKnownPerson(db, params.id, now);
    if (!found) return missing("noSuchKnownPerson");
    await recordAudit(db, {
      at: now,
      actor: personActor(person),
      act: "readPerson",
      object: { type: "person", id: found.id },
    });
    return { person: found, sessions: await listSessions(db, found.id, { now, current: undefined }) };
  });
  serve(app, peopleRoutes.deactivatePerson, MAY, ({ params, body, person }) =>
    deactivatePerson(acting(person), { id: params.id, reason: body.reason }),
  );
  serve(app, peopleRoutes.reactivatePerson, MAY_SURELY, ({ params, body, person }) =>
    reactivatePerson(acting(person), { id: params.id, reason: body.reason }),
  );
  serve(app, peopleRoutes.endSessionsOfPerson, MAY, ({ params, person }) =>
    endSessionsOfPerson(acting(person), params.id),
  );
  serve(app, peopleRoutes.giveRoles, MAY_SURELY, ({ params, body, person }) =>
    giveRoles(acting(person), { id: params.id, ...body }),
  );
}

/** Where the next ones begin, as the answer before said it. */
function placeOf(after: string): { name: string; id: string } | undefined {
  const [, name, id] = /^\["(.*)","([0-9a-f-]{36})"\]$/s.exec(after) ?? [];
  if (name === undefined || id === undefined) return undefined;
  try {
    return { name: JSON.parse(`"${name}"`) as string, id };
  } catch {
    return undefined;
  }
}
