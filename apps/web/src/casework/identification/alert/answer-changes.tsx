import type { AnswerChange } from "@varde/contract/answer-changes";
import { answerChangeRoutes } from "@varde/contract/answer-changes";
import type { CandidateView } from "@varde/contract/identification";
import { useRead } from "../../../platform/api/read.ts";
import { useWrite } from "../../../platform/api/write.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Button } from "../../../ui/controls/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice } from "../../../ui/feedback/problem-notice.tsx";
import { identificationMessages } from "../identification-messages.ts";
import { nameOf } from "../name-of.ts";

/** What has changed in the engine's answer since the reader last saw the alert, until they say they have seen it. */
export function AnswerChanges({
  alertId,
  candidates,
}: {
  alertId: number;
  candidates: readonly CandidateView[];
}) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const params = { id: alertId };
  const { data } = useRead(answerChangeRoutes.getChanges, { params });
  const seen = useWrite(answerChangeRoutes.markSeen);
  const { runId = null, seenAt = null, changes = [] } = data ?? {};
  if (runId === null || seenAt === null || changes.length === 0) return null;
  return (
    <Notice
      title={t("changesSince", { at: formats.dateTime(seenAt) })}
      actions={
        <Button loading={seen.isPending} onClick={() => seen.mutate({ params, body: { runId } })}>
          {t("changesSeen")}
        </Button>
      }
    >
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.hprNumber}`}>
            <ChangeText change={change} candidates={candidates} />
          </li>
        ))}
      </ul>
      {seen.error && <ProblemNotice error={seen.error} />}
    </Notice>
  );
}

function ChangeText({ change, candidates }: { change: AnswerChange; candidates: readonly CandidateView[] }) {
  const t = useMessages(identificationMessages);
  const formats = useFormats();
  const { kind, hprNumber, previousHprNumber, before, now } = change;
  const share = (one: AnswerChange["now"]) => (one ? formats.percent(one.probability) : "–");
  const band = (one: AnswerChange["now"]) => (one ? t(`band.${one.outcome}`) : "–");
  const person = (number: number | null) => {
    const found = candidates.find((one) => one.person.hprNumber === number);
    const name = found ? nameOf(found.person) : "";
    return name ? t("changedPerson", { name, number: String(number) }) : `HPR ${number ?? "–"}`;
  };
  return t(`change.${kind}`, {
    who: person(hprNumber),
    previous: person(previousHprNumber),
    before: share(before),
    now: share(now),
    bandBefore: band(before),
    bandNow: band(now),
  });
}
