import { AlertLines } from "../../identification/alert/index.ts";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";

/** The alerts that are handled together in the case. */
export function Alerts() {
  const { alerts } = useActs().view;
  return (
    <CasePart part="alerts" aside={alerts.length}>
      <AlertLines alerts={alerts} />
    </CasePart>
  );
}
