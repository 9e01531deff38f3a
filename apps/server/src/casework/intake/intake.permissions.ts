import type { Permission } from "@varde/contract";

/** What an officer can do with a message. */
export type IntakeAct = "complete" | "reject" | "reread";

const PERMISSION: Readonly<Record<IntakeAct, Permission>> = {
  complete: "handleIntake",
  reject: "handleIntake",
  reread: "handleIntake",
};

/** The permission an act asks for. */
export function permissionFor(act: IntakeAct): Permission {
  return PERMISSION[act];
}
