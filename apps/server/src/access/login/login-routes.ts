import type { App } from "../../platform/http/index.ts";
import { beginLogin, beginStepUp, type LoginQuery } from "./begin-login.ts";
import { endLogin } from "./end-login.ts";
import type { LoginParts } from "./login-parts.ts";

/**
 * `GET /auth/login?returnTo=/page` sends the browser to a provider, `GET /auth/step-up?returnTo=/page` a logged-in
 * person to their own once more; the provider's callback takes both back.
 */
export function serveLogin(app: App, parts: LoginParts): void {
  const options = {
    config: { may: "anyone" as const, rateLimit: { max: parts.loginsPerMinute, timeWindow: "1 minute" } },
    schema: { hide: true },
  };
  app.get<{ Querystring: LoginQuery }>("/auth/login", options, (request, reply) =>
    beginLogin(request, reply, parts),
  );
  app.get<{ Querystring: LoginQuery }>("/auth/step-up", options, (request, reply) =>
    beginStepUp(request, reply, parts),
  );
  for (const callback of new Set(parts.providers.map((provider) => provider.callback))) {
    app.get<{ Querystring: { state?: string } }>(callback, options, (request, reply) =>
      endLogin(request, reply, parts),
    );
  }
}
