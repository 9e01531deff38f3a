import type { JWK } from "jose";
import { z } from "zod";
import { readSecretFile, SettingRefused } from "../settings/settings.ts";
import type { CallingOptions } from "./calling.ts";
import { readJson } from "./read-json.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the address of an outside system: https, or http on this machine. Undefined where none is given, so that the
 * system is not asked. Throws `SettingRefused`.
 */
export function readOutsideUrl(env: Environment, name: string): URL | undefined {
  const given = env[name];
  if (!given) return undefined;
  const url = URL.parse(given);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname))))
    throw new SettingRefused(name, `"${given}" will not do; write an https address, or http on this machine`);
  return url;
}

/** An address below a base address, which may or may not end with a slash. */
export function below(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/$/, "")}/${path}`);
}

/** Reads how long an outside system may take to answer (VARDE_OUTSIDE_TIMEOUT_SECONDS). Throws `SettingRefused`. */
export function readCalling(env: Environment): CallingOptions {
  const given = env.VARDE_OUTSIDE_TIMEOUT_SECONDS || "10";
  const seconds = Number(given);
  if (!(seconds >= 1 && seconds <= 120))
    throw new SettingRefused("VARDE_OUTSIDE_TIMEOUT_SECONDS", `"${given}" will not do; write 1 to 120`);
  return { timeoutMs: seconds * 1000 };
}

/**
 * Reads a client's private key: a JWK as JSON, in NAME or in the file that NAME_FILE names. Throws `SettingRefused`, and
 * never quotes what stands there.
 */
export function readPrivateKey(env: Environment, name: string): JWK | undefined {
  const given = env[name] || readSecretFile(env, name);
  if (!given) return undefined;
  const key = privateKey.safeParse(readJson(given));
  if (!key.success)
    throw new SettingRefused(name, "write a private key as one JWK in JSON, with kty, d and kid");
  return key.data as JWK;
}

/** Demands settings that belong together, and says which is missing. Throws `SettingRefused`. */
export function demandSetting<T>(value: T | undefined | "", name: string, neededFor: string): T {
  if (value === undefined || value === "")
    throw new SettingRefused(name, `is needed when ${neededFor} is given`);
  return value;
}

const privateKey = z.looseObject({ kty: z.string(), d: z.string(), kid: z.string() });
