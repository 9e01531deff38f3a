import type { Permission, Person } from "@varde/contract";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** What a route asks of its caller: one permission, any one of several, a login, or nothing at all. */
export type Requirement = Permission | readonly Permission[] | "loggedIn" | "anyone";

/** Somebody doing something, and in whose place where the right to it is another's. */
export interface ActingPerson extends Person {
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
}

/** Another in whose place a person may act just now, and what of theirs the person may do. */
export interface InPlaceOf {
  readonly person: { readonly id: string; readonly name: string };
  readonly permissions: ReadonlySet<Permission>;
}

/** Who is behind a request. */
export interface Caller {
  readonly person: ActingPerson;
  /** By the person's own right; the guard adds those of the people stood in for. */
  readonly permissions: ReadonlySet<Permission>;
  readonly standsInFor?: readonly InPlaceOf[];
  /**
   * Bound to the session; must come back in the header `x-csrf-token` of every unsafe request. Absent where the
   * request brought a bearer token, which no browser sends by itself.
   */
  readonly csrfToken?: string;
  /** Whether the person proved who they are anew a short time ago, as routes with `stepUp` demand. */
  readonly isSteppedUp: boolean;
}

/** How the server learns who calls; written by the slice that knows people and sessions. */
export interface Authentication {
  /** Registers cookies, session loading and the addresses of login, before every other route. */
  register(app: App): Promise<void>;
  /** The caller of a request, or nothing where nobody is logged in. Throws only when it cannot know. */
  identify(request: FastifyRequest): Promise<Caller | undefined>;
}

/** The server as route modules see it. */
export type App = FastifyInstance;

/** Registers the routes of one slice. */
export type RouteModule = (app: App) => void | Promise<void>;

declare module "fastify" {
  interface FastifyContextConfig {
    may?: Requirement;
    /** The person must have logged in anew a short time ago. */
    stepUp?: boolean;
    /** The page asks by itself, and so it does not count as an act of the person. */
    background?: boolean;
  }
  interface FastifyInstance {
    /** How this server knows who calls. */
    readonly authentication: Authentication;
  }
  interface FastifyRequest {
    /** Set before the body is read, on every route that asks for more than "anyone". */
    caller: Caller | undefined;
  }
}
