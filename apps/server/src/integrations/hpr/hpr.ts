import type { Clock } from "../../platform/clock/clock.ts";
import {
  below,
  type CallingOptions,
  found,
  openOutside,
  type RegisterLookUp,
  type TokenSource,
} from "../../platform/outside/index.ts";
import { unknownCodesIn } from "./hpr-codes.ts";
import { type HprPerson, hprPerson } from "./hpr-person.ts";

/** The scope that HPR's extended person answers demand. */
export const HPR_SCOPE = "nhn:hpr/extended";

/**
 * Whom HPR is asked about: an HPR number, or a national identity number as it was at a date (ISO),
 * with what has ended too where `includeHistory`.
 */
export type HprQuestion =
  | { readonly hprNumber: number }
  | { readonly nationalId: string; readonly atDate: string; readonly includeHistory: boolean };

/** Opens HPR's REST interface. A person who is not there is an answer; a replaced number says so in the answer. */
export function openHpr(
  base: URL,
  { calling, clock, tokens }: { calling: CallingOptions; clock: Clock; tokens: TokenSource },
): RegisterLookUp<HprQuestion, HprPerson> {
  const hpr = openOutside({ source: "hpr", clock, calling, access: { tokens, scope: HPR_SCOPE } });
  const url = below(base, "v1/personerutvidet");
  return async (question, signal) => {
    const call =
      "hprNumber" in question
        ? { url: below(url, String(question.hprNumber)) }
        : {
            url,
            method: "POST" as const,
            headers: { "content-type": "application/json" },
            body: JSON.stringify({
              nin: question.nationalId,
              atDate: question.atDate,
              includeHistory: question.includeHistory,
            }),
          };
    const heard = await hpr.ask(call, hprPerson, signal);
    return heard.answer === "heard" ? found(heard, unknownCodesIn(heard.said)) : heard;
  };
}
