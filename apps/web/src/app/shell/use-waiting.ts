import {
  caseRoutes,
  identificationRoutes,
  intakeRoutes,
  operationsRoutes,
  standingRoutes,
} from "@varde/contract";
import { useMay } from "../../access/index.ts";
import { useReadIf } from "../../platform/api/read.ts";
import type { DestinationName } from "./destinations.ts";

/** How much waits behind each place of the menu; only what the person may see is asked for. */
export function useWaiting(): Partial<Record<DestinationName, number>> {
  const messages = useReadIf(useMay("readIntake"), intakeRoutes.listMessages, { query: { limit: 1 } });
  const alerts = useReadIf(useMay("readAlerts"), identificationRoutes.listAlerts, {
    query: { limit: 1, status: "valid" },
  });
  const cases = useReadIf(useMay("readCases"), caseRoutes.listCases, { query: { limit: 1 } });
  const balance = useReadIf(useMay("readBalance"), intakeRoutes.getBalance);
  const operations = useReadIf(useMay("operate"), operationsRoutes.getOperations);
  const standing = useReadIf(useMay("noteOpenings"), standingRoutes.getStanding);
  return {
    intake: messages.data?.counts.quarantined,
    alerts: alerts.data?.counts.awaitingDecision,
    cases: cases.data?.counts.open,
    portfolio: balance.data?.balance?.missing,
    operations: operations.data?.failed.length,
    access: standing.data?.unseenOpenings,
  };
}
