import type { SideMatter } from "../acts/act.ts";
import type { CaseFacts } from "../case-facts.ts";
import { APPEALABLE } from "./appeal.ts";

/** How a side matter stands; an appeal can stand in two ways, one for each thing that can be appealed. */
export function sideStatuses(facts: CaseFacts, matter: SideMatter): readonly string[] {
  const { interimSuspension, appeals, renunciation, dismissal } = facts;
  switch (matter) {
    case "interimSuspension":
      return interimSuspension.status === "inForce" && interimSuspension.extension?.approved === null
        ? ["extensionProposed"]
        : [interimSuspension.status];
    case "appeal":
      return APPEALABLE.map((against) => appeals[against].status);
    case "renunciation":
      return [renunciation.status];
    case "dismissal":
      return [dismissal ? "proposed" : "none"];
  }
}
