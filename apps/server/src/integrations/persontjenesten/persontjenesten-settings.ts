import { readOutsideUrl } from "../../platform/outside/index.ts";
import type { PersontjenestenSettings } from "./persontjenesten.ts";

const SCOPE = "nhn:hgd-persontjenesten-api/read-with-legal-basis";

/**
 * Reads VARDE_PERSONTJENESTEN_URL, the address that /api stands below, and VARDE_PERSONTJENESTEN_SCOPE. Undefined without
 * an address. Throws `SettingRefused`.
 */
export function readPersontjenestenSettings(
  env: Readonly<Record<string, string | undefined>>,
): PersontjenestenSettings | undefined {
  const url = readOutsideUrl(env, "VARDE_PERSONTJENESTEN_URL");
  return url && { url, scope: readPersontjenestenScope(env) };
}

/** The scope that tokens for Persontjenesten are asked for with. */
export const readPersontjenestenScope = (env: Readonly<Record<string, string | undefined>>): string =>
  env.VARDE_PERSONTJENESTEN_SCOPE || SCOPE;
