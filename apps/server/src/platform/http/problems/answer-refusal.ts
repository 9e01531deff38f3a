import type { Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Refusal } from "../../rules/refusal.ts";
import type { App } from "../app.ts";
import { answerProblem } from "./answer-problem.ts";
import { problemOfRefusal } from "./problem.ts";
import { pathOf, type RecordRefusedAttempt } from "./refused-attempt.ts";

/** What becomes of a refusal besides its code. */
export interface RefusalParts {
  readonly recordRefusedAttempt: RecordRefusedAttempt;
  /** A refusal in words, in the language of the one who asks; nothing for a code that nobody has words for. */
  readonly explainRefusal?: (refusal: Refusal, language: Language) => string | undefined;
}

/** Answers a refusal as a problem. */
export type AnswerRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
) => Promise<FastifyReply>;

/**
 * Gives the server its way of answering refusals: what a person may not do, or the rules do not allow them, is
 * recorded as a refused attempt before it is answered, on every route alike.
 */
export function answerRefusals(app: App, { recordRefusedAttempt, explainRefusal }: RefusalParts): void {
  const answer: AnswerRefusal = async (request, reply, refusal) => {
    const person = request.caller?.person;
    const byRules = refusal.refusal === "refused";
    if (person && (byRules || refusal.refusal === "forbidden")) {
      const { method } = request;
      await recordRefusedAttempt({ person, method, path: pathOf(request), code: refusal.code, byRules });
    }
    const words = explainRefusal?.(refusal, person?.language ?? "en");
    return answerProblem(reply, { ...problemOfRefusal(refusal), ...(words && { detail: words }) });
  };
  app.decorate("answerRefusal", answer);
}

declare module "fastify" {
  interface FastifyInstance {
    /** Answers a refusal as a problem, once it is recorded. */
    readonly answerRefusal: AnswerRefusal;
  }
}
