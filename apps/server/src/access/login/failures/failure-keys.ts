import type { FastifyRequest } from "fastify";
import { hashOf } from "../../sessions/session-store.ts";

/** The network address of a request; "" where the browser has hung up. */
export function addressOf({ ip }: { readonly ip?: FastifyRequest["ip"] | undefined }): string {
  return ip ?? "";
}

/** What the failures of a network address are counted under. */
export function addressKey(address: string): string {
  return `address:${address}`;
}

/** What the failures of a person are counted under; the provider's name for them is not shown. */
export function accountKey(issuer: string, subject: string): string {
  return `account:${issuer}:${hashOf(subject).toString("base64url")}`;
}

/** What the failures of a service account are counted under, as tried from one address. */
export function clientKey(clientId: string, address: string): string {
  return `client:${clientId.slice(0, 100)}:${address}`;
}
