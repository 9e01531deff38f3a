import { readOutsideUrl } from "../../platform/outside/index.ts";

/** Reads VARDE_ENHETSREGISTERET_URL: the address that /enheter stands below. Throws `SettingRefused`. */
export const readEnhetsregisteretUrl = (env: Readonly<Record<string, string | undefined>>): URL | undefined =>
  readOutsideUrl(env, "VARDE_ENHETSREGISTERET_URL");
