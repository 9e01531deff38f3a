import type { KnownPerson, Role } from "@varde/contract";
import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import { isRefusal, missing, type Refusal } from "../../platform/rules/refusal.ts";
import { endSessionsOf } from "../sessions/open-sessions.sql.ts";
import { refuseDeactivation, refuseOwn, refuseReactivation, refuseRoles } from "./administration.rules.ts";
import { findKnownPerson, setDeactivated, setRoles } from "./known-people.sql.ts";

/** What administering people needs; `actor` is whoever does it, in the pages or on the command line. */
export interface AdministeringParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** Shuts a person out at once: their sessions end, and no login is accepted. */
export async function deactivatePerson(
  parts: AdministeringParts,
  { id, reason }: { id: string; reason: string },
): Promise<{ person: KnownPerson; endedSessions: number } | Refusal> {
  return administer(parts, id, "deactivatePerson", async ({ tx, person, at }) => {
    const refusal = refuseDeactivation(person);
    if (refusal) return refusal;
    await setDeactivated(tx, id, { at, reason });
    return { purpose: reason, result: { endedSessions: await endSessionsOf(tx, id) } };
  });
}

/** Lets a person in again who was shut out. */
export async function reactivatePerson(
  parts: AdministeringParts,
  { id, reason }: { id: string; reason: string },
): Promise<{ person: KnownPerson } | Refusal> {
  return administer(parts, id, "reactivatePerson", async ({ tx, person }) => {
    const refusal = refuseReactivation(person);
    if (refusal) return refusal;
    await setDeactivated(tx, id, undefined);
    return { purpose: reason, result: {} };
  });
}

/** Ends every session of a person at once. */
export async function endSessionsOfPerson(
  parts: AdministeringParts,
  id: string,
): Promise<{ endedSessions: number } | Refusal> {
  return administer(parts, id, "endSessions", async ({ tx }) => ({
    result: { endedSessions: await endSessionsOf(tx, id) },
  }));
}

/** Gives a person roles, and a name, whose login provider tells none. They count at the person's next request. */
export async function giveRoles(
  parts: AdministeringParts,
  {
    id,
    roles,
    name,
    reason,
  }: { id: string; roles: readonly Role[]; name?: string | undefined; reason: string },
): Promise<{ person: KnownPerson } | Refusal> {
  return administer(parts, id, "giveRoles", async ({ tx, person }) => {
    const refusal = refuseRoles(person, { roles, name });
    if (refusal) return refusal;
    await setRoles(tx, id, { roles, name });
    return { purpose: reason, result: {} };
  });
}

interface Administered<T> {
  readonly purpose?: string;
  readonly result: T;
}

/** Locks the person, lets the act decide and write, and records how it was before and is afterwards. */
async function administer<T extends object>(
  { db, clock, actor }: AdministeringParts,
  id: string,
  act: string,
  decide: (given: {
    tx: Kysely<unknown>;
    person: KnownPerson;
    at: Date;
  }) => Promise<Administered<T> | Refusal>,
): Promise<({ person: KnownPerson } & T) | Refusal> {
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const before = await findKnownPerson(tx, id, at, { lock: true });
    if (!before) return missing("noSuchKnownPerson");
    const own = actor.kind === "person" ? refuseOwn(actor.id, id) : undefined;
    if (own) return own;
    const done = await decide({ tx, person: before, at });
    if (isRefusal(done)) return done;
    const person = (await findKnownPerson(tx, id, at)) ?? before;
    await recordAudit(tx, {
      at,
      actor,
      act,
      object: { type: "person", id },
      ...(done.purpose !== undefined && { purpose: done.purpose }),
      before: standingOf(before),
      after: standingOf(person),
    });
    return { person, ...done.result };
  });
}

function standingOf({ roles, deactivatedAt, openSessions }: KnownPerson) {
  return { roles, deactivatedAt, openSessions };
}
