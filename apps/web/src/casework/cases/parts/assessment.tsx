import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { useSources } from "../acts/fields/use-choices.ts";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";

/** The worksheet: the track, findings with the documents they rest on, the proposed outcome and the second reader. */
export function Assessment() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const done = useDone();
  const { view } = useActs();
  const sources = useSources(view);
  const { track, findings, proposal, secondReading, state } = view.procedure;
  const reconsidered = state.stage === "assessment" ? state.reconsidered : null;
  const sourceOf = ({ kind, id }: { kind: string; id: number }) =>
    sources.find(({ value }) => value === `${kind}:${id}`)?.label ?? `${words.value(kind)} ${id}`;
  return (
    <CasePart part="assessment">
      <Facts
        facts={[
          [t("reconsidered"), reconsidered && `«${reconsidered.reason}» ${done(reconsidered)}`],
          [
            t("track"),
            track && (
              <>
                {t(`option.${track.track}`)} «{track.reason}» <span className="quiet">{done(track)}</span>
              </>
            ),
          ],
          [
            t("proposal"),
            proposal && (
              <>
                <strong>{words.value(proposal.outcome)}</strong> «{proposal.reason}»{" "}
                <span className="quiet">{done(proposal.proposed)}</span>
              </>
            ),
          ],
          [
            t("secondReading"),
            secondReading && (
              <>
                <Mark tone={secondReading.agrees ? "good" : "bad"}>
                  {t(secondReading.agrees ? "agrees" : "disagrees")}
                </Mark>{" "}
                «{secondReading.reason}» <span className="quiet">{done(secondReading)}</span>
              </>
            ),
          ],
        ]}
      />
      {findings.length > 0 && (
        <Table
          caption={t("findings")}
          head={[t("finding"), t("source"), t("by")]}
          rows={findings.map(({ id, text, source, ...by }) => ({
            key: id,
            cells: [text, [sourceOf(source), source.place].filter(Boolean).join(", "), done(by)],
          }))}
        />
      )}
    </CasePart>
  );
}
