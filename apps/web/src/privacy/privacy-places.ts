import type { Permission } from "@varde/contract/access";

const PRIVACY_PLACES = [
  { name: "report", to: "/privacy/report", may: "makeAccessReports" },
  { name: "corrections", to: "/privacy/corrections", may: "readAlerts" },
] as const satisfies readonly { name: string; to: string; may: Permission }[];

/** The pages about what people can ask for about themselves, that somebody with such permissions sees. */
export const privacyPlacesFor = (permissions: readonly Permission[]) =>
  PRIVACY_PLACES.filter(({ may }) => permissions.includes(may));
