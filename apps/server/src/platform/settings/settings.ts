import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** What an installation is told by its environment; everything has a default that works on one machine. */
export interface Settings {
  /** The folder of all that Varde keeps on disk (VARDE_DATA). */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one (DATABASE_URL). */
  readonly databaseUrl: string | undefined;
  readonly port: number;
  /** The address the server listens on (VARDE_HOST): this machine alone unless told otherwise. */
  readonly host: string;
  /** Where browsers see the server (VARDE_PUBLIC_URL). */
  readonly publicUrl: URL;
  readonly production: boolean;
  readonly logLevel: string;
  readonly version: string;
}

/** A setting that cannot be right; the message says which and what to write instead. */
export class SettingRefused extends Error {
  readonly code = "settingRefused";
  readonly setting: string;
  constructor(setting: string, message: string) {
    super(`${setting}: ${message}`);
    this.name = "SettingRefused";
    this.setting = setting;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** Reads the settings. Throws `SettingRefused` at the first one that cannot be right. */
export function readSettings(env: Environment): Settings {
  const port = readPort(env.PORT);
  const logLevel = env.VARDE_LOG ?? "info";
  if (!LOG_LEVELS.includes(logLevel))
    throw new SettingRefused("VARDE_LOG", `write one of ${LOG_LEVELS.join(", ")}`);
  return {
    dataDir: resolve(env.VARDE_DATA || "data"),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || readSecretFile(env, "DATABASE_URL")),
    port,
    host: env.VARDE_HOST || "localhost",
    publicUrl: readPublicUrl(env.VARDE_PUBLIC_URL, port),
    production: env.NODE_ENV === "production",
    logLevel,
    version: readVersion(),
  };
}

/** What stands in the file that NAME_FILE names, or nothing where none is named. Throws `SettingRefused`. */
export function readSecretFile(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new SettingRefused(`${name}_FILE`, `the file ${file} cannot be read`);
  }
}

function readPort(given = "3000"): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new SettingRefused("PORT", `"${given}" is no port; write a number from 1 to 65535`);
  return port;
}

function readDatabaseUrl(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (!/^postgres(ql)?:$/.test(URL.parse(given)?.protocol ?? ""))
    throw new SettingRefused("DATABASE_URL", "write postgres://user:password@host/database");
  return given;
}

function readPublicUrl(given: string | undefined, port: number): URL {
  const url = URL.parse(given || `http://localhost:${port}`);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SettingRefused(
      "VARDE_PUBLIC_URL",
      `"${given}" is no web address; write https://varde.example.org`,
    );
  return url;
}

function readVersion(): string {
  const file = new URL("../../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
