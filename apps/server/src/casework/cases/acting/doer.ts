import type { CaseActor } from "@varde/contract";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Doer, PersonRef } from "../procedure/persons.ts";

/** An actor as the pages show one: an officer, or whoever else acted, who has no account. */
export function actorView(actor: Actor): CaseActor {
  if (actor.kind === "person" || actor.kind === "service")
    return { id: actor.id, name: actor.name, kind: actor.kind };
  if (actor.kind === "cli") return { id: null, name: actor.user, kind: "cli" };
  if (actor.kind === "job") return { id: null, name: actor.name, kind: "job" };
  throw new Error("Somebody who did not come in has acted in a case");
}

/** An officer as an actor of the audit log. */
export function actorOfPerson({ id, name }: PersonRef): Actor {
  return { kind: "person", id, name };
}

/** Who did something in a case, as the audit log names them. */
export function actorOfDoer({ actor, robot }: Doer): Actor {
  return robot ? { kind: "job", name: actor.name } : actorOfPerson(actor);
}
