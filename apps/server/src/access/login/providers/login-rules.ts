import { forbidden, type Refusal } from "../../../platform/rules/refusal.ts";
import type { RoleMapping } from "./roles-from-claims.ts";

/** What a token says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** How surely the provider must know who somebody is, and how it is asked for. */
export interface Assurance {
  /** The claim that tells: `acr`, `acrs`, or a claim of the provider's own. Holds one value or several. */
  readonly claim: string;
  /** Any of these is enough. Empty: nothing is demanded. */
  readonly accepted: readonly string[];
  /** What is added to the request, such as `acr_values`. */
  readonly ask: Readonly<Record<string, string>>;
}

/** What is asked of a provider, and what must be true of the answer before anybody comes in. */
export interface LoginRules {
  readonly scope: string;
  /** Added to every request. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The claims that together name a person for ever: `sub`, or `tid` and `oid` at Entra ID. */
  readonly subject: readonly string[];
  /** The only tenants (`tid`) people may come from; empty where the provider has no tenants. */
  readonly tenants: readonly string[];
  readonly login: Assurance;
  /** Demanded as well when a person proves anew who they are. */
  readonly stepUp: Assurance;
  /** Organisation numbers, any of which the person must have been let to represent; empty where none is demanded. */
  readonly organisations: readonly string[];
  /** Nothing where the provider knows no roles and the system owner gives them in Varde. */
  readonly roles: RoleMapping | undefined;
}

/** Asks for nothing and demands nothing. */
export const NO_ASSURANCE: Assurance = { claim: "acr", accepted: [], ask: {} };

/** Seconds the provider's clock may be behind ours. */
const CLOCK_SKEW = 60;

/** Who came, as the provider names them for ever. */
export interface Admitted {
  readonly subject: string;
}

/**
 * Judges a verified token against what is demanded of its provider: tenant, assurance, organisation, and at step-up
 * that the person was authenticated after it was begun (`begunAt`). Refuses with what was wrong.
 * Source: OpenID Connect Core 1.0, section 3.1.3.7 items 11 and 12.
 */
export function judgeLogin(
  claims: Claims,
  rules: LoginRules,
  stepUp?: { readonly begunAt: Date },
): Admitted | Refusal {
  const subject = rules.subject.map((claim) => claims[claim]);
  if (!subject.every((part) => typeof part === "string" && part !== ""))
    return forbidden("loginWithoutSubject");
  if (rules.tenants.length > 0 && !rules.tenants.includes(String(claims.tid))) {
    return forbidden("loginForeignTenant");
  }
  if (!isAssured(claims, rules.login)) return forbidden("loginAssuranceTooLow");
  if (rules.organisations.length > 0 && !rules.organisations.some((number) => mayRepresent(claims, number))) {
    return forbidden("loginOrganisationMissing");
  }
  if (stepUp) {
    if (!isAssured(claims, rules.stepUp)) return forbidden("loginAssuranceTooLow");
    const authenticatedAt = claims.auth_time;
    const isFresh =
      typeof authenticatedAt === "number" && authenticatedAt + CLOCK_SKEW >= stepUp.begunAt.getTime() / 1000;
    if (!isFresh) return forbidden("loginNotFresh");
  }
  return { subject: subject.join(" ") };
}

function isAssured(claims: Claims, { claim, accepted }: Assurance): boolean {
  const given = [claims[claim]].flat();
  return accepted.length === 0 || given.some((level) => accepted.includes(String(level)));
}

/** ISO 6523 code of the Norwegian register of organisations, before the number. */
const NORWEGIAN_ORGANISATION = "0192:";

/** Whether `authorization_details` (RFC 9396) hold the organisation, in the shapes Ansattporten writes. */
function mayRepresent({ authorization_details: details }: Claims, number: string): boolean {
  const id = NORWEGIAN_ORGANISATION + number;
  return listOf(details).some(
    ({ authorized_parties: parties, reportees }) =>
      listOf(parties).some(({ orgno }) => listOf([orgno]).some(({ ID }) => ID === id)) ||
      listOf(reportees).some(({ ID }) => ID === id),
  );
}

function listOf(value: unknown): readonly Claims[] {
  return Array.isArray(value)
    ? value.filter((one): one is Claims => typeof one === "object" && one !== null)
    : [];
}
