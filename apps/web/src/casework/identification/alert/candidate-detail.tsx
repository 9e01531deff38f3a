import { Link } from "@tanstack/react-router";
import type { CandidateView } from "@varde/contract/identification";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ShareBar } from "../../../ui/figures/share-bar.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";
import { RegisterFacts } from "../person/register-facts.tsx";
import { Comparison } from "./comparison.tsx";

/** Why the engine thinks it is this person, field by field, and what the register says of them. */
export function CandidateDetail({ candidate }: { candidate: CandidateView }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const { person, probability } = candidate;
  return (
    <>
      <Panel
        flush
        title={`${t("comparison")}: ${nameOf(person)}`}
        aside={<ShareBar strong share={probability} text={formats.percent(probability)} />}
      >
        <Comparison candidate={candidate} />
      </Panel>
      <Panel
        title={t("registerPerson")}
        aside={
          <Link to="/people/$hpr" params={{ hpr: String(person.hprNumber) }}>
            {t("openTimeline")}
          </Link>
        }
      >
        <Stack>
          <RegisterFacts person={person} />
        </Stack>
      </Panel>
    </>
  );
}
