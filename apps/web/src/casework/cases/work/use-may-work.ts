import { useMay } from "../../../access/index.ts";

/** Whether the reader is one of those who work on cases; which acts they may do, the case itself says. */
export function useMayWork(): boolean {
  const prepares = useMay("prepareCases");
  const assesses = useMay("assessCases");
  const approves = useMay("approveDecisions");
  const steers = useMay("steerCases");
  return prepares || assesses || approves || steers;
}
