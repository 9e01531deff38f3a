import { PERMISSIONS, type Permission, type Role } from "@varde/contract";

/**
 * Which role may do what. The system owner runs the machine and sees no case content; the auditor reads
 * everything and changes nothing; managers and governance see figures only.
 */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  firstLine: [
    "readIntake",
    "handleIntake",
    "readAlerts",
    "decideIdentity",
    "readPortfolio",
    "readBalance",
    "runBalance",
    "readRegisters",
  ],
  secondLine: ["readIntake", "readAlerts", "decideIdentity", "readPortfolio", "readRegisters"],
  processOwner: [
    "readIntake",
    "handleIntake",
    "readAlerts",
    "decideIdentity",
    "readPortfolio",
    "readBalance",
    "runBalance",
    "readProfiles",
    "readRegisters",
  ],
  manager: ["readPortfolio", "readBalance"],
  governance: ["readPortfolio"],
  auditor: ["readIntake", "readAlerts", "readPortfolio", "readBalance", "readProfiles", "readRegisters"],
  systemOwner: [
    "readBalance",
    "runBalance",
    "readProfiles",
    "editProfiles",
    "readRegisters",
    "loadRegister",
    "operate",
  ],
};

/** Everything a person with these roles may do: what any one of the roles permits. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const granted = new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
  return new Set(PERMISSIONS.filter((permission) => granted.has(permission)));
}
