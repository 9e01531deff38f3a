import type { Permission } from "@varde/contract/access";

/** The pages that say who may, in the order they stand beside each other, and what one must be permitted to see each. */
export const ACCESS_PLACES = [
  { name: "people", to: "/access/people", may: "administerPeople" },
  { name: "services", to: "/access/services", may: "administerPeople" },
  { name: "standIns", to: "/access/stand-ins", may: "appointStandIns" },
  { name: "units", to: "/access/units", may: "administerUnits" },
  { name: "exclusions", to: "/access/exclusions", may: "excludeFromCases" },
  { name: "openings", to: "/access/openings", may: "watchOpenings" },
] as const satisfies readonly { name: string; to: string; may: Permission }[];

/** Those of these pages a person with such permissions sees. */
export const accessPlacesFor = (permissions: readonly Permission[]) =>
  ACCESS_PLACES.filter(({ may }) => permissions.includes(may));
