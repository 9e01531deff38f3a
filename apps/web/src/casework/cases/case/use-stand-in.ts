import { caseRoutes } from "@varde/contract/cases";
import { useReadIf } from "../../../platform/api/read.ts";

/** The name of whoever stands in for an officer who is away; nothing where nobody does. */
export function useStandIn(officerId: string | undefined): string | undefined {
  const { data } = useReadIf(officerId !== undefined, caseRoutes.listCaseOfficers);
  return data?.officers.find(({ id }) => id === officerId)?.standIn ?? undefined;
}
