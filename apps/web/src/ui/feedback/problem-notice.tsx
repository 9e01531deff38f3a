import { type Ability, type Problem, ProblemError } from "@varde/contract";
import { createContext, type ReactNode, use } from "react";
import { type Catalogue, catalogue, type Params } from "../../platform/i18n/catalogue.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { ButtonAnchor } from "../controls/button.tsx";
import { uiMessages } from "../messages.ts";
import { Notice } from "./notice.tsx";

/** Sentences by code ("staleVersion") and what to do about it ("staleVersion.advice"). */
const ProblemCatalogueContext = createContext<Catalogue>(catalogue({ nb: {}, nn: {}, en: {} }));

/** Gives the sentences of every slice's codes to what is shown inside. */
export const ProblemCatalogue = ProblemCatalogueContext;

interface Coded {
  readonly code: string;
  readonly law?: string | undefined;
  readonly params?: Params | undefined;
  readonly detail?: string | undefined;
}

/** A code in words: what is wrong, what to do, and the legal source. */
export function useProblemText(): (coded: Coded) => { text: string; advice?: string | undefined } {
  const t = useMessages(use(ProblemCatalogueContext));
  return ({ code, params, law, detail }) => {
    const text = t.find(code, params) ?? detail ?? t.find("unknown", { code }) ?? code;
    return { text: law ? `${text} (${law})` : text, advice: t.find(`${code}.advice`, params) };
  };
}

/** The problem behind an error; a request that never reached the server is one too. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const code = error instanceof TypeError ? "offline" : "pageFailed";
  return { type: "about:blank", title: code, status: 0, code };
}

/** Nothing went wrong: the person is asked to prove who they are first. */
const STEP_UP = "stepUpRequired";

/** What went wrong or was refused, by code, with advice. */
export function ProblemNotice({ error, actions }: { error: unknown; actions?: ReactNode }) {
  const say = useProblemText();
  const problem = problemOf(error);
  const { text, advice } = say(problem);
  return (
    <Notice
      tone={problem.status === 409 || problem.code === STEP_UP ? "warning" : "danger"}
      title={text}
      actions={actions ?? <StepUp problem={problem} />}
      live
    >
      {advice}
    </Notice>
  );
}

/** Where a person proves anew who they are before an act that demands it; they come back to this page, drafts kept. */
function StepUp({ problem: { code, params } }: { problem: Problem }) {
  const t = useMessages(uiMessages);
  if (code !== STEP_UP || typeof params?.goTo !== "string") return null;
  const returnTo = `${window.location.pathname}${window.location.search}`;
  return (
    <ButtonAnchor kind="primary" href={`${params.goTo}?returnTo=${encodeURIComponent(returnTo)}`}>
      {t("stepUp")}
    </ButtonAnchor>
  );
}

/** Why an act may not be done now, and where to mend it; nothing where it may. `act` names it where several stand together. */
export function Refusal({ ability, act }: { ability: Ability; act?: string }) {
  const say = useProblemText();
  if (ability.allowed) return null;
  const { text, advice } = say(ability);
  return (
    <p className="quiet">
      {act && `${act}: `}
      {text} {advice}
    </p>
  );
}
