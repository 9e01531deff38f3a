import type { Permission } from "@varde/contract";

/**
 * What another system may be given. Judging people, opening identity numbers and administering are for people alone;
 * a permission that is not named here can be given to no service account.
 */
export const SERVICE_SCOPES = [
  "readIntake",
  "readAlerts",
  "checkApplicants",
  "readPortfolio",
  "readBalance",
  "runBalance",
  "readRegisters",
] as const satisfies readonly Permission[];
export type ServiceScope = (typeof SERVICE_SCOPES)[number];

/** Whether a word names something another system may be given. */
export function isServiceScope(word: string): word is ServiceScope {
  return SERVICE_SCOPES.some((scope) => scope === word);
}
