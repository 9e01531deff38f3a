import { readOutsideUrl } from "../../platform/outside/index.ts";

/** Reads VARDE_HPR_URL: the address that /v1/personerutvidet stands below. Throws `SettingRefused`. */
export const readHprUrl = (env: Readonly<Record<string, string | undefined>>): URL | undefined =>
  readOutsideUrl(env, "VARDE_HPR_URL");
