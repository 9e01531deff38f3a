import { Link } from "@tanstack/react-router";
import { Row } from "../../../ui/layout/stack.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { useActorName } from "../words/use-done.ts";

/** Cases that have to do with this one, and why. */
export function Links() {
  const nameOf = useActorName();
  const { links } = useActs().view;
  return (
    <CasePart part="links" placed={["unlinkCases"]}>
      {links.map(({ caseId, number, reason, by }) => (
        <Row key={caseId}>
          <Link to="/cases/$id" params={{ id: String(caseId) }}>
            {number}
          </Link>
          <span>
            {reason} <span className="quiet">{nameOf(by)}</span>
          </span>
          <ActButtons acts={["unlinkCases"]} kind="quiet" preset={{ otherCase: caseId }} about={number} />
        </Row>
      ))}
    </CasePart>
  );
}
