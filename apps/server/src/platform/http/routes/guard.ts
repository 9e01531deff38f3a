import { timingSafeEqual } from "node:crypto";
import type { Problem } from "@varde/contract";
import type { FastifyRequest } from "fastify";
import { forbidden, type Refusal } from "../../rules/refusal.ts";
import type { App, Authentication, Caller, Requirement } from "../app.ts";
import type { OwnOrigins } from "../origins.ts";
import { problemOf, StoppedRequest } from "../problems/problem.ts";
import { pathOf, type RecordRefusedAttempt } from "../problems/refused-attempt.ts";
import { bearerTokenOf } from "./bearer-token.ts";

/** What the guard needs: who calls, where we are, and where refused attempts are recorded. */
export interface GuardParts {
  readonly authentication: Pick<Authentication, "identify">;
  readonly origins: OwnOrigins;
  readonly recordRefusedAttempt: RecordRefusedAttempt;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** A route as it was registered, with what it asks of its caller. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly may: Requirement;
  /** The person must have logged in anew a short time ago. */
  readonly stepUp: boolean;
}

/** A route that does not say who may use it is a bug found at start: registering it throws. */
export function demandDeclarations(app: App): void {
  const declared: DeclaredRoute[] = [];
  app.decorate("declaredRoutes", declared);
  app.addHook("onRoute", ({ method: methods, url, config }) => {
    const may = config?.may;
    if (may === undefined) {
      throw new Error(
        `${String(methods)} ${url} does not say who may use it: declare a permission, "loggedIn" or "anyone"`,
      );
    }
    const stepUp = config?.stepUp === true;
    for (const method of [methods].flat()) declared.push({ method, path: url, may, stepUp });
  });
}

/**
 * Checks every request before its body is read: own origin and token on unsafe methods (CSRF),
 * login, permission. Runs on all routes; where nobody can be identified, nobody is let in.
 */
export function guardRoutes(app: App, { authentication, origins, recordRefusedAttempt }: GuardParts): void {
  app.decorateRequest("caller", undefined);
  // Stopped by throwing: a hook that answers and returns goes on to the handler when the client hangs up first.
  app.addHook("preParsing", async (request) => {
    const { may, stepUp = false } = request.routeOptions.config;
    if (may === undefined) return;
    const bearsToken = bearerTokenOf(request) !== undefined;
    if ((bearsToken || !SAFE_METHODS.has(request.method)) && !comesFromOwnPage(request, origins)) {
      throw new StoppedRequest(foreignOrigin());
    }
    if (may === "anyone") return;
    const identified = await authentication.identify(request);
    if (!identified) throw new StoppedRequest(bearsToken ? tokenNotAccepted() : loginRequired());
    const caller = withStandIns(identified, may);
    request.caller = caller;
    const refusal = refusalFor(request, caller, { may, stepUp });
    if (!refusal) return;
    const { person } = caller;
    const { method } = request;
    await recordRefusedAttempt({ person, method, path: pathOf(request), code: refusal.code });
    throw new StoppedRequest(refusal);
  });
}

/** Whether a caller meets what a route asks for. */
export function meets(permissions: ReadonlySet<string>, may: Requirement): boolean {
  if (may === "anyone" || may === "loggedIn") return true;
  return typeof may === "string" ? permissions.has(may) : may.some((one) => permissions.has(one));
}

/** The caller with the rights of those they stand in for, acting in the place of one of them where the own do not suffice. */
function withStandIns(caller: Caller, may: Requirement): Caller {
  const { standsInFor = [], person, permissions } = caller;
  const absent = meets(permissions, may) ? undefined : standsInFor.find((one) => meets(one.permissions, may));
  return {
    ...caller,
    person: absent ? { ...person, onBehalfOf: absent.person } : person,
    permissions: standsInFor.reduce((all, one) => all.union(one.permissions), permissions),
  };
}

function refusalFor(
  request: FastifyRequest,
  { person, permissions, csrfToken, isSteppedUp }: Caller,
  { may, stepUp }: Pick<DeclaredRoute, "may" | "stepUp">,
): Problem | undefined {
  const isForgeable = csrfToken !== undefined && !SAFE_METHODS.has(request.method);
  if (isForgeable && !sameToken(request.headers["x-csrf-token"], csrfToken)) {
    return problemOf(403, "csrfTokenMissing", {
      detail: "The request lacks the token of this login. Load the page again.",
    });
  }
  if (person.isService === true && (stepUp || may === "loggedIn")) {
    return problemOf(403, "personRequired", { detail: "Only a person may do this, not a service account." });
  }
  if (!meets(permissions, may)) {
    return problemOf(403, "permissionMissing", {
      detail: "Your role does not include this.",
      params: { permission: typeof may === "string" ? may : may.join(" ") },
    });
  }
  return stepUp && !isSteppedUp ? stepUpRequired() : undefined;
}

function comesFromOwnPage(request: FastifyRequest, origins: OwnOrigins): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origins.isOwn(origin, request);
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

function sameToken(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function loginRequired(): Problem {
  return problemOf(401, "loginRequired", { detail: "Log in first." });
}

function tokenNotAccepted(): Problem {
  return problemOf(401, "tokenNotAccepted", {
    detail: "The token is unknown, expired or revoked. Ask for a new one at /auth/token.",
  });
}

/** Where a person proves anew who they are; `returnTo` is added by the page. */
const STEP_UP_ADDRESS = "/auth/step-up";

/** Why a caller who has not just proved who they are is refused, for routes where only some requests demand it. */
export function refuseWithoutStepUp({ caller }: Pick<FastifyRequest, "caller">): Refusal | undefined {
  return caller?.isSteppedUp ? undefined : forbidden("stepUpRequired", undefined, { goTo: STEP_UP_ADDRESS });
}

function stepUpRequired(): Problem {
  return problemOf(403, "stepUpRequired", {
    detail: "Prove who you are anew, then try again.",
    params: { goTo: STEP_UP_ADDRESS },
  });
}

function foreignOrigin(): Problem {
  return problemOf(403, "foreignOrigin", {
    detail: "The request comes from another site than Varde's own pages.",
  });
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every route there is, in the order of registration. */
    readonly declaredRoutes: readonly DeclaredRoute[];
  }
}
