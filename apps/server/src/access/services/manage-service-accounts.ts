import { createPublicKey, type JsonWebKey, randomBytes } from "node:crypto";
import type { JWK } from "jose";
import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import { invalid, isRefusal, missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { hashOf } from "../sessions/session-store.ts";
import {
  addSecret,
  findServiceAccount,
  insertServiceAccount,
  type NewServiceAccount,
  revokeServiceAccount,
  type ServiceAccount,
} from "./service-accounts.sql.ts";
import { isServiceScope, SERVICE_SCOPES } from "./service-scopes.ts";

/** What managing service accounts needs; `actor` is whoever does it. */
export interface ManagingParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** A service account as it is asked for. */
export interface WantedAccount extends Omit<NewServiceAccount, "scopes" | "publicKey" | "expiresAt"> {
  readonly scopes: readonly string[];
  /** PEM (SPKI) or JWK; without it a secret is made. */
  readonly publicKey: string | undefined;
  /** Days until it expires. */
  readonly days: number;
}

/** An account and the secret that was made for it, which is told once and never again. */
export interface WithSecret {
  readonly clientId: string;
  readonly expiresAt: Date;
  readonly secret?: string;
}

/** Days an account or a secret may live at the longest, so that each is looked at again. */
const LONGEST_DAYS = 730;
const DAY = 86_400_000;

/**
 * Adds a service account with a secret, or with a public key and no secret. Refuses an unknown scope, a client id
 * that is taken or badly formed, a key that cannot be read, and a life longer than two years.
 */
export async function addServiceAccount(
  { db, clock, actor }: ManagingParts,
  wanted: WantedAccount,
): Promise<WithSecret | Refusal> {
  const { clientId, name, contact, days } = wanted;
  const scopes = wanted.scopes.filter(isServiceScope);
  const unknown = wanted.scopes.find((scope) => !isServiceScope(scope));
  if (unknown !== undefined || scopes.length === 0)
    return invalid("scopeUnknown", { scope: unknown ?? "", known: SERVICE_SCOPES.join(", ") });
  if (!/^[a-z][a-z0-9-]{2,59}$/.test(clientId)) return invalid("clientIdWrong", { clientId });
  if (!isWithin(days)) return invalid("daysOutOfRange", { days, most: LONGEST_DAYS });
  const publicKey = wanted.publicKey === undefined ? undefined : readPublicKey(wanted.publicKey);
  if (isRefusal(publicKey)) return publicKey;
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + days * DAY);
  return db.transaction().execute(async (tx) => {
    const account = { clientId, name, contact, scopes, publicKey, expiresAt };
    const id = await insertServiceAccount(tx, account, { at, actor });
    if (id === undefined) return refused("clientIdTaken", undefined, { clientId });
    const secret = publicKey ? undefined : newSecret();
    if (secret !== undefined)
      await addSecret(tx, id, { hash: hashOf(secret), at, expiresAt, othersUntil: at });
    await recordAudit(tx, {
      at,
      actor,
      act: "addServiceAccount",
      object: { type: "serviceAccount", id: clientId },
      after: { scopes, expiresAt: expiresAt.toISOString(), proof: publicKey ? "privateKey" : "secret" },
    });
    return { clientId, expiresAt, ...(secret !== undefined && { secret }) };
  });
}

/** Makes a new secret; the ones before it go on working for some days, so that the other system can change over. */
export async function rotateSecret(
  parts: ManagingParts,
  { clientId, overlapDays }: { clientId: string; overlapDays: number },
): Promise<WithSecret | Refusal> {
  if (overlapDays < 0 || overlapDays > 90) return invalid("daysOutOfRange", { days: overlapDays, most: 90 });
  return change(parts, clientId, async (tx, account, at) => {
    if (account.publicKey) return refused("accountHasPublicKey", undefined, { clientId });
    if (at >= account.expiresAt) return refused("serviceAccountExpired", undefined, { clientId });
    const secret = newSecret();
    const othersUntil = new Date(at.getTime() + overlapDays * DAY);
    await addSecret(tx, account.id, { hash: hashOf(secret), at, expiresAt: account.expiresAt, othersUntil });
    await recordAudit(tx, {
      at,
      actor: parts.actor,
      act: "rotateServiceSecret",
      object: { type: "serviceAccount", id: clientId },
      details: { othersUntil: othersUntil.toISOString() },
    });
    return { clientId, expiresAt: account.expiresAt, secret };
  });
}

/** Shuts a service account out for ever, at once. */
export async function revokeService(
  parts: ManagingParts,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<{ readonly clientId: string } | Refusal> {
  return change(parts, clientId, async (tx, account, at) => {
    await revokeServiceAccount(tx, account.id, at);
    await recordAudit(tx, {
      at,
      actor: parts.actor,
      act: "revokeServiceAccount",
      object: { type: "serviceAccount", id: clientId },
      purpose: reason,
    });
    return { clientId };
  });
}

async function change<T>(
  { db, clock }: ManagingParts,
  clientId: string,
  act: (tx: Kysely<unknown>, account: ServiceAccount, at: Date) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const account = await findServiceAccount(tx, clientId, at);
    if (!account) return missing("noSuchServiceAccount", { clientId });
    if (account.revokedAt) return refused("serviceAccountRevoked", undefined, { clientId });
    return act(tx, account, at);
  });
}

function isWithin(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS;
}

/** 256 random bits: nobody guesses it, so a plain hash keeps it. The prefix lets scanners know it when it leaks. */
function newSecret(): string {
  return `varde_${randomBytes(32).toString("base64url")}`;
}

/** Bits. */
const SHORTEST_RSA = 2048;
const KEY_ALGORITHMS: Readonly<Record<string, string>> = {
  RSA: "RS256",
  "P-256": "ES256",
  "P-384": "ES384",
  Ed25519: "Ed25519",
};

/** A public key from PEM or JWK, without anything private, with the algorithm it is held to. */
function readPublicKey(text: string): JWK | Refusal {
  try {
    const given = text.trim().startsWith("{") ? (JSON.parse(text) as JsonWebKey) : undefined;
    const key = createPublicKey(given ? { key: given, format: "jwk" } : text);
    const jwk = key.export({ format: "jwk" }) as JWK;
    const alg = KEY_ALGORITHMS[jwk.crv ?? jwk.kty ?? ""];
    const isShort = (key.asymmetricKeyDetails?.modulusLength ?? SHORTEST_RSA) < SHORTEST_RSA;
    return alg === undefined || isShort ? invalid("publicKeyUnreadable") : { ...jwk, alg };
  } catch {
    return invalid("publicKeyUnreadable");
  }
}
