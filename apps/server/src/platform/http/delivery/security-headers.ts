import helmet from "@fastify/helmet";
import type { App } from "../app.ts";

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Browser features the pages do not use, switched off for everything they might embed. */
const PERMISSIONS_POLICY =
  "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

/**
 * Headers on every reply. No inline script and no inline style: React and Aksel set styles through the
 * object model, which the policy does not concern. Behind https also HSTS and the upgrade of plain requests.
 */
export async function sendSecurityHeaders(app: App, { isHttps }: { isHttps: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: SELF,
        scriptSrc: SELF,
        scriptSrcAttr: NONE,
        styleSrc: SELF,
        styleSrcAttr: NONE,
        imgSrc: SELF,
        fontSrc: SELF,
        connectSrc: SELF,
        objectSrc: NONE,
        frameSrc: NONE,
        frameAncestors: NONE,
        baseUri: NONE,
        formAction: SELF,
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    frameguard: { action: "deny" },
    hsts: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.raw.setHeader("permissions-policy", PERMISSIONS_POLICY);
    reply.raw.setHeader("x-request-id", request.id);
  });
}
