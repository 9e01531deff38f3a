import { invalid, type Refusal } from "../rules/refusal.ts";
import { readSecretFile } from "../settings/settings.ts";
import type { MetricsSettings } from "./serve-metrics.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);
const SHORTEST_TOKEN = 16;

/**
 * Reads VARDE_METRICS_PORT (nothing is served without it), VARDE_METRICS_HOST (this machine alone unless told
 * otherwise) and VARDE_METRICS_TOKEN or _TOKEN_FILE. Refuses an address others reach without a token of 16 characters.
 */
export function readMetricsSettings(
  env: Readonly<Record<string, string | undefined>>,
): MetricsSettings | Refusal | undefined {
  if (!env.VARDE_METRICS_PORT) return undefined;
  const port = Number(env.VARDE_METRICS_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return invalid("metricsPortInvalid", { setting: "VARDE_METRICS_PORT", value: env.VARDE_METRICS_PORT });
  const host = env.VARDE_METRICS_HOST || "localhost";
  const token = env.VARDE_METRICS_TOKEN || readSecretFile(env, "VARDE_METRICS_TOKEN");
  if (token === undefined ? !LOOPBACK.has(host) : token.length < SHORTEST_TOKEN)
    return invalid("metricsTokenTooShort", { setting: "VARDE_METRICS_TOKEN", shortest: SHORTEST_TOKEN });
  return { host, port, token };
}
