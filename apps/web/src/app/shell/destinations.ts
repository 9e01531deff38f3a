import type { Permission } from "@varde/contract/access";

/** The places of the main menu: where they lead and one of what one must be permitted to see them. */
export const DESTINATIONS = [
  { name: "intake", to: "/intake", may: ["readIntake"] },
  { name: "alerts", to: "/alerts", may: ["readAlerts"] },
  { name: "cases", to: "/cases", may: ["readCases"] },
  { name: "search", to: "/search", may: ["readCases"] },
  { name: "portfolio", to: "/portfolio", may: ["readPortfolio"] },
  { name: "registers", to: "/registers", may: ["readRegisters"] },
  { name: "profiles", to: "/profiles", may: ["readProfiles"] },
  { name: "operations", to: "/operations", may: ["operate"] },
  { name: "privacy", to: "/privacy", may: ["makeAccessReports", "recordCorrections"] },
  {
    name: "access",
    to: "/access",
    may: ["administerPeople", "administerUnits", "appointStandIns", "excludeFromCases", "watchOpenings"],
  },
  { name: "audit", to: "/audit", may: ["readAudit"] },
] as const satisfies readonly { name: string; to: string; may: readonly Permission[] }[];

export type Destination = (typeof DESTINATIONS)[number];
export type DestinationName = Destination["name"];

/** The menu of a person with these permissions, first the page that person begins at. */
export function destinationsFor(permissions: readonly Permission[]): readonly Destination[] {
  return DESTINATIONS.filter(({ may }) => may.some((one) => permissions.includes(one)));
}
