import { invalid, missing, type Refusal, refused } from "../../../../platform/rules/refusal.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import type { DocumentRequest } from "../facts/documentation.ts";
import type { Appeal, Appealable } from "../side/appeal.ts";

/** What happened lies not in the future. */
export function refuseFuture(day: string, field: string, { today }: Circumstances): Refusal | undefined {
  return day > today ? invalid("dateInFuture", { field, day }) : undefined;
}

/** What is to come lies not in the past. */
export function refusePast(day: string, field: string, { today }: Circumstances): Refusal | undefined {
  return day < today ? invalid("dateInPast", { field, day }) : undefined;
}

/** One thing cannot come before the other. */
export function refuseEarlier(
  day: string,
  field: string,
  than: { readonly day: string; readonly field: string },
): Refusal | undefined {
  return day < than.day
    ? invalid("dateTooEarly", { field, day, than: than.field, thanDay: than.day })
    : undefined;
}

/** The request, or why nothing can be recorded about it: there is none, or it is answered. */
export function findOpenRequest(facts: CaseFacts, requestId: number): DocumentRequest | Refusal {
  const request = facts.requests.find(({ id }) => id === requestId);
  if (!request) return missing("requestNotFound", { request: requestId });
  if (request.ended)
    return refused("requestEnded", undefined, { request: requestId, outcome: request.ended.outcome });
  return request;
}

/** The appeal must stand where the act picks it up. */
export function refuseAppealStanding(
  facts: CaseFacts,
  against: Appealable,
  standing: readonly Appeal["status"][],
): Refusal | undefined {
  const { status } = facts.appeals[against];
  return standing.includes(status)
    ? undefined
    : refused("appealStateForbidsAct", undefined, { against, status });
}
