import type { Ability, MessageState } from "@varde/contract";
import { forbidden, missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type IntakeAct, permissionFor } from "./intake.permissions.ts";

/** In which states a message can be handled by an officer, and how. */
const POSSIBLE_FROM: Readonly<Record<IntakeAct, readonly MessageState[]>> = {
  complete: ["quarantined"],
  reject: ["quarantined"],
  reread: ["quarantined", "irrelevant"],
};

/**
 * Whether an act may be done with a message now by someone with these permissions. The same answer guards the command
 * and tells the page; nothing means yes.
 */
export function refuseAct(
  act: IntakeAct,
  state: MessageState,
  permissions: ReadonlySet<string>,
): Refusal | undefined {
  const permission = permissionFor(act);
  if (!permissions.has(permission)) return forbidden("permissionMissing", undefined, { permission });
  if (!POSSIBLE_FROM[act].includes(state))
    return refused("messageStateForbidsAct", undefined, { act, state });
  return undefined;
}

/** What can be done with a message, and why the rest cannot. */
export function abilitiesFor(
  state: MessageState,
  permissions: ReadonlySet<string>,
): Record<IntakeAct, Ability> {
  const ability = (act: IntakeAct): Ability => {
    const refusal = refuseAct(act, state, permissions);
    if (!refusal) return { allowed: true };
    return { allowed: false, code: refusal.code, ...(refusal.params && { params: refusal.params }) };
  };
  return { complete: ability("complete"), reject: ability("reject"), reread: ability("reread") };
}

/** There is no such message, or not for the one who asks. */
export function noSuchMessage(id: number): Refusal {
  return missing("messageNotFound", { id });
}
