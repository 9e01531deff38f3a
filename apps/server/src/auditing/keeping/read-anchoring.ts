import { join, resolve } from "node:path";
import { httpWitness } from "../../platform/audit/index.ts";
import { readSecretFile, SettingRefused } from "../../platform/settings/settings.ts";
import type { Anchoring } from "../auditing-parts.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where the head of the chain is told, by the settings VARDE_AUDIT_ANCHOR, VARDE_AUDIT_WITNESS and
 * VARDE_AUDIT_WITNESS_TOKEN (or …_FILE). Throws `SettingRefused`.
 */
export function readAnchoring(env: NodeJS.ProcessEnv, dataDir: string): Anchoring {
  const file = env.VARDE_AUDIT_ANCHOR ? resolve(env.VARDE_AUDIT_ANCHOR) : join(dataDir, "audit-anchor.log");
  if (!env.VARDE_AUDIT_WITNESS) return { file };
  const address = URL.parse(env.VARDE_AUDIT_WITNESS);
  if (!address || !(address.protocol === "https:" || LOOPBACK.has(address.hostname)))
    throw new SettingRefused("VARDE_AUDIT_WITNESS", "write the https address that takes the head of the log");
  const token = env.VARDE_AUDIT_WITNESS_TOKEN || readSecretFile(env, "VARDE_AUDIT_WITNESS_TOKEN");
  return { file, witness: httpWitness({ address, token }) };
}
