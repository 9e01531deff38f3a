import type { JWK } from "jose";
import { demandSetting, readOutsideUrl, readPrivateKey } from "../../platform/outside/index.ts";

/** How Varde is known to Maskinporten. */
export interface MaskinportenSettings {
  readonly tokenUrl: URL;
  /** The provider's own name, which assertions are for. */
  readonly issuer: string;
  readonly clientId: string;
  readonly key: JWK;
}

/**
 * Reads VARDE_MASKINPORTEN_URL (the provider; its token endpoint is /token below it), VARDE_MASKINPORTEN_CLIENT_ID and
 * VARDE_MASKINPORTEN_KEY or _KEY_FILE. Undefined without an address. Throws `SettingRefused`.
 */
export function readMaskinportenSettings(
  env: Readonly<Record<string, string | undefined>>,
): MaskinportenSettings | undefined {
  const url = readOutsideUrl(env, "VARDE_MASKINPORTEN_URL");
  if (!url) return undefined;
  const issuer = `${url.href.replace(/\/$/, "")}/`;
  const need = <T>(value: T | undefined, name: string): T =>
    demandSetting(value, name, "VARDE_MASKINPORTEN_URL");
  return {
    tokenUrl: new URL("token", issuer),
    issuer,
    clientId: need(env.VARDE_MASKINPORTEN_CLIENT_ID, "VARDE_MASKINPORTEN_CLIENT_ID"),
    key: need(readPrivateKey(env, "VARDE_MASKINPORTEN_KEY"), "VARDE_MASKINPORTEN_KEY"),
  };
}
