import { caseRoutes } from "@varde/contract/cases";
import { useRead } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ProblemNotice, problemOf } from "../../../ui/feedback/problem-notice.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { caseMessages } from "../case-messages.ts";
import { ActTimeline } from "../story/act-timeline.tsx";
import { Reasons } from "./reasons.tsx";
import { useRefusalText } from "./refusal-words.tsx";
import { useActs } from "./use-acts.ts";

/** Why an act was not done, and what to do. `seen` is the newest act its form was filled in after. */
export function ActProblem({ error, seen }: { error: unknown; seen: number }) {
  const say = useRefusalText();
  const { view } = useActs();
  const problem = problemOf(error);
  if (problem.code === "caseChangedMeanwhile") return <ChangedMeanwhile seen={seen} />;
  const mending = Object.values(view.abilities)
    .flatMap((ability) => (ability.allowed ? [] : ability.reasons))
    .find(({ code, params }) => code === problem.code && params?.reason === problem.params?.reason);
  const { text } = say(problem);
  if (problem.status !== 409) return <ProblemNotice error={error} />;
  return (
    <Notice tone="warning" title={mending ? undefined : text} live>
      {mending && <Reasons reasons={[mending]} />}
    </Notice>
  );
}

/** What others have done in the case while the form was filled in. What was written stays in it. */
function ChangedMeanwhile({ seen }: { seen: number }) {
  const t = useMessages(caseMessages);
  const { view } = useActs();
  const { data } = useRead(caseRoutes.getCaseHistory, { params: { id: view.case.id }, query: { limit: 50 } });
  const since = data?.entries.filter(({ id }) => id > seen) ?? [];
  return (
    <Notice tone="warning" title={t("changedMeanwhile", { count: since.length })} live>
      <Stack>
        <p>{t("changedMeanwhileText")}</p>
        <ActTimeline entries={since} />
      </Stack>
    </Notice>
  );
}
