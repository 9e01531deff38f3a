import type { OwnOrigins } from "../../platform/http/index.ts";

/** The session cookie; the prefix makes browsers hold it to this host, https and every path. */
export function sessionCookieName({ isHttps }: OwnOrigins): string {
  return isHttps ? "__Host-varde" : "varde";
}
