import type { Person } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { personActor, recordAudit, strangerActor } from "../../platform/audit/index.ts";
import { countFailure } from "./failures/failed-logins.sql.ts";
import { addressKey, addressOf } from "./failures/failure-keys.ts";
import { LOCK_OUTS } from "./failures/lock-out.rules.ts";
import type { LoginParts } from "./login-parts.ts";
import { languageAskedFor } from "./pages/login-page.ts";
import { type LoginProblem, sendLoginProblem } from "./pages/login-problem.ts";

/** A login that did not succeed: why, and whose account it was where that is known. */
export interface RefusedLogin {
  readonly problem: LoginProblem;
  /** What the account's failures are counted under. */
  readonly account?: string;
  readonly person?: Person;
  /** Key of the provider that answers; nothing where no login was begun with any. */
  readonly provider?: string;
  readonly error?: unknown;
}

/**
 * Tells why login did not succeed. What was answered to a login begun here is counted against account and address,
 * and written down; an answer to nothing is written down only where the browser is known, for any page of another
 * site can make browsers ask for this address.
 */
export async function refuseLogin(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, clock }: LoginParts,
  { problem, account, person, error, provider }: RefusedLogin,
): Promise<FastifyReply> {
  const [at, address] = [clock.now(), addressOf(request)];
  request.log.warn({ code: problem, ...(error !== undefined && { err: error }) }, "login did not succeed");
  const isNobodysFault = problem === "loginProviderUnavailable";
  if (provider !== undefined && !isNobodysFault) {
    await countFailure(db, addressKey(address), { at, limit: LOCK_OUTS.address });
    if (account) await countFailure(db, account, { at, limit: LOCK_OUTS.account });
  }
  if (!isNobodysFault && (provider !== undefined || request.session.loaded)) {
    await recordAudit(db, {
      at,
      actor: person ? personActor(person) : strangerActor(address),
      act: problem === "noRole" ? "loginWithoutRole" : "loginRefused",
      ...(person && { object: { type: "person", id: person.id } }),
      details: { code: problem, address, ...(provider !== undefined && { provider }) },
    });
  }
  return sendLoginProblem(reply, problem, languageAskedFor(request));
}
