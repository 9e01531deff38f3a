import type { Actor } from "../../../platform/audit/index.ts";
import type { RecordedDoing } from "./archive-record.ts";

/** Who did it, as an archive names them; with whom a stand-in acted for. */
export function doerName({ actor, onBehalfOf }: Pick<RecordedDoing, "actor" | "onBehalfOf">): string {
  const name = nameOf(actor);
  return onBehalfOf ? `${name} for ${nameOf(onBehalfOf)}` : name;
}

function nameOf(actor: Actor): string {
  if (actor.kind === "cli") return actor.user;
  return actor.kind === "person" || actor.kind === "service" ? actor.name : "Varde";
}
