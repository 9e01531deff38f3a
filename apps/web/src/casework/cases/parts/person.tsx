import type { RegisterPersonView } from "@varde/contract";
import { Stack } from "../../../ui/layout/stack.tsx";
import { RegisterFacts } from "../../identification/person/index.ts";
import { CasePart } from "../case/case-part.tsx";

/** Whom the case is about, as the register of health personnel has them. */
export function Person({ person }: { person: RegisterPersonView }) {
  return (
    <CasePart part="person">
      <Stack>
        <RegisterFacts person={person} />
      </Stack>
    </CasePart>
  );
}
