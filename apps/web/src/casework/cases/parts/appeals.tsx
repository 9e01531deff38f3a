import type { CaseProcedureView } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Row, Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";

type Appeal = CaseProcedureView["appeals"]["decision"];

/** Appeals against the decision and the suspension, each from its arrival to its end. */
export function Appeals() {
  const { decision, interimSuspension } = useActs().view.procedure.appeals;
  return (
    <CasePart part="appeal">
      <OneAppeal against="decision" appeal={decision} />
      <OneAppeal against="interimSuspension" appeal={interimSuspension} />
    </CasePart>
  );
}

function OneAppeal({ against, appeal }: { against: string; appeal: Appeal }) {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  if (appeal.status === "none") return null;
  return (
    <Stack tight>
      <Row>
        <strong>{t("appealAgainst", { what: words.value(against) })}</strong>
        <Mark tone={appeal.status === "settled" ? "good" : "warn"}>{words.value(appeal.status)}</Mark>
        {appeal.late && <Mark tone="bad">{t("late")}</Mark>}
      </Row>
      <Facts
        facts={[
          [t("received"), `${formats.date(appeal.receivedOn)} · ${done(appeal.received)}`],
          [t("reassessed"), appeal.status === "reassessed" && done(appeal.reassessed)],
          [t("forwarded"), appeal.status === "withBoard" && formats.date(appeal.forwarded.sentOn)],
          [
            t("result"),
            appeal.status === "settled" &&
              `${t(`option.${appeal.result}`)} (${t(`settledBy.${appeal.by}`)}) ${done(appeal.settled)}`,
          ],
        ]}
      />
    </Stack>
  );
}
