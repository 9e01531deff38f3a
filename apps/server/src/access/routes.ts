import { accessRoutes } from "@varde/contract";
import type { Kysely } from "kysely";
import * as oidc from "openid-client";
import { personActor, recordAudit } from "../platform/audit/index.ts";
import type { Clock } from "../platform/clock/clock.ts";
import { type App, type OwnOrigins, serve } from "../platform/http/index.ts";
import type { IdentityProvider } from "./login/providers/identity-provider.ts";
import { chooseLanguage } from "./people/people.sql.ts";
import { sessionCookieName } from "./sessions/session-cookie.ts";
import type { SessionLogin } from "./sessions/sessions.sql.ts";

/** What the routes about the person themself need. */
export interface OwnRoutesParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly providers: readonly IdentityProvider[];
  readonly origins: OwnOrigins;
  readonly demo: boolean;
  readonly version: string;
}

/** Who am I, my language, log me out. */
export function serveOwnRoutes(app: App, parts: OwnRoutesParts): void {
  const { db, clock, demo, version } = parts;
  serve(app, accessRoutes.getMe, { may: "loggedIn" }, ({ person, permissions, request }) => ({
    person,
    permissions: [...permissions],
    csrfToken: request.caller?.csrfToken ?? "",
    demo,
    version,
  }));
  serve(app, accessRoutes.setLanguage, { may: "loggedIn" }, async ({ person, body }) => {
    await chooseLanguage(db, person.id, body.language);
    return { ...person, language: body.language };
  });
  serve(app, accessRoutes.logout, { may: "loggedIn" }, async ({ person, request, reply }) => {
    const { login } = request.session;
    await request.session.destroy();
    reply.clearCookie(sessionCookieName(parts.origins), { path: "/", secure: parts.origins.isHttps });
    await recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act: "logout",
      object: { type: "person", id: person.id },
    });
    return { goTo: await endAddress(parts, parts.origins.of(request), login) };
  });
}

/** Where the provider ends its own login too; the first page where it has no such address or cannot be asked. */
async function endAddress(
  { providers }: OwnRoutesParts,
  origin: string | undefined,
  login: SessionLogin | undefined,
): Promise<string> {
  const provider = providers.find(({ key }) => key === login?.provider);
  if (!provider || !origin || login?.idToken === undefined) return "/";
  try {
    return oidc.buildEndSessionUrl(await provider.clientFor(origin), {
      id_token_hint: login.idToken,
      post_logout_redirect_uri: `${origin}/`,
    }).href;
  } catch {
    return "/";
  }
}
