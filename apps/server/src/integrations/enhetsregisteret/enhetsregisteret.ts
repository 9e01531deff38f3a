import type { Clock } from "../../platform/clock/clock.ts";
import {
  answerOfHits,
  below,
  type CallingOptions,
  found,
  type OutsideAnswer,
  openOutside,
  type RegisterLookUp,
} from "../../platform/outside/index.ts";
import { type Business, business, businessHits, unknownCodesIn } from "./business.ts";

/** Which business is asked about: an organisation number of a main or a sub unit, or a name. */
export type BusinessQuestion = { readonly organisationNumber: string } | { readonly name: string };

const MOST_HITS = 20;
const ORGANISATION_NUMBER = /^\d{9}$/;

/**
 * Opens Enhetsregisteret, the register of businesses, which is open to all. An employer is often a sub unit, so that a
 * number that names no main unit is asked for among those too. A name may fit several; of those, 20 are given.
 */
export function openEnhetsregisteret(
  base: URL,
  { calling, clock }: { calling: CallingOptions; clock: Clock },
): RegisterLookUp<BusinessQuestion, Business> {
  const source = "enhetsregisteret";
  const register = openOutside({ source, clock, calling });

  const byNumber = async (
    kind: "enheter" | "underenheter",
    number: string,
    signal?: AbortSignal,
  ): Promise<OutsideAnswer<Business>> => {
    const heard = await register.ask({ url: below(base, `${kind}/${number}`) }, business, signal);
    return heard.answer === "heard" ? found(heard, unknownCodesIn(heard.said)) : heard;
  };

  return async (question, signal) => {
    if ("organisationNumber" in question) {
      const number = question.organisationNumber.replace(/\s/g, "");
      if (!ORGANISATION_NUMBER.test(number))
        return {
          answer: "unavailable",
          source,
          at: clock.now().toISOString(),
          raw: null,
          reason: "notAskable",
          detail: "an organisation number has nine digits",
        };
      const main = await byNumber("enheter", number, signal);
      return main.answer === "notFound" ? byNumber("underenheter", number, signal) : main;
    }
    const url = below(base, "enheter");
    url.searchParams.set("navn", question.name);
    url.searchParams.set("size", String(MOST_HITS));
    const heard = await register.ask({ url }, businessHits, signal);
    return heard.answer === "heard"
      ? answerOfHits(heard, heard.said._embedded?.enheter ?? [], unknownCodesIn)
      : heard;
  };
}
