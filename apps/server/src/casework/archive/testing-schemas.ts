import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Names the folder that holds the official schemas, as `fiks-arkiv/` and `noark5/`. */
const CONTRACTS_VARIABLE = "VARDE_TEST_CONTRACTS";

const SCHEMA = {
  message: "fiks-arkiv/no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd",
  structure: "noark5/arkivstruktur.xsd",
  changes: "noark5/endringslogg.xsd",
} as const;
export type SchemaName = keyof typeof SCHEMA;

/** Why documents cannot be held against the official schemas on this machine; false where they can. */
export function schemasMissing(): string | false {
  const folder = process.env[CONTRACTS_VARIABLE];
  if (folder === undefined) return `${CONTRACTS_VARIABLE} names no folder with the official schemas`;
  const missing = Object.values(SCHEMA).find((schema) => !existsSync(join(folder, schema)));
  if (missing !== undefined) return `${folder} lacks ${missing}`;
  return spawnSync("xmllint", ["--version"]).error
    ? "xmllint is not installed (Debian: apt-get install libxml2-utils)"
    : false;
}

/** What xmllint finds wrong with files by an official schema: nothing where all are valid. "-" reads `input`. */
export function faultsOf(schema: SchemaName, paths: readonly string[], input = ""): Promise<string> {
  const folder = process.env[CONTRACTS_VARIABLE] ?? "";
  const given = ["--noout", "--nonet", "--huge", "--schema", join(folder, SCHEMA[schema]), ...paths];
  return new Promise((resolve, reject) => {
    const child = execFile("xmllint", given, { maxBuffer: 64 * 1024 * 1024 }, (error, _out, told) => {
      if (error && typeof error.code === "string") reject(error);
      else resolve(error ? told : "");
    });
    child.stdin?.end(input);
  });
}
