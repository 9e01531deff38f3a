/**
 * The database cannot be used just now, or not as it is set up. Nothing was committed that was not answered for.
 * `code` is stable: `databaseUnreachable`, `databaseNotPrepared`, `databaseRefusesLogin`, or one of the embedded
 * server's own (`embedded…`). The message says what to do, in English, without secrets.
 */
export class DatabaseUnavailable extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseUnavailable";
    this.code = code;
  }
}

const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "53300", // too_many_connections
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
]);
/** invalid_parameter_value, for the setting `role` of a connection. */
const UNKNOWN_ROLE = "22023";
/** What pg says, without a code, about a connection that is gone. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout e(xceeded|xpired)|Client was closed)/;

/**
 * The error of a statement as callers should see it: `DatabaseUnavailable` where the connection is to blame, with
 * the driver's error as its cause, otherwise the error itself.
 */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = sqlStateOf(error);
  if (CONNECTION_CODES.has(code) || code.startsWith("08") || CONNECTION_MESSAGES.test(error.message))
    return new DatabaseUnavailable("databaseUnreachable", `The database does not answer: ${error.message}`, {
      cause: error,
    });
  return error;
}

/** The error of opening a connection as callers should see it: mostly `DatabaseUnavailable`. */
export function asConnectError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = sqlStateOf(error);
  if (code === UNKNOWN_ROLE && /role "varde_\w+"/.test(error.message))
    return new DatabaseUnavailable(
      "databaseNotPrepared",
      "The database has not been prepared for Varde. Run: npm run varde -- migrate",
      { cause: error },
    );
  if (code.startsWith("28") || code === "3D000")
    return new DatabaseUnavailable(
      "databaseRefusesLogin",
      `The database refuses the login: ${error.message}. Check DATABASE_URL.`,
      { cause: error },
    );
  return asDatabaseError(error);
}

function sqlStateOf(error: Error & { code?: unknown }): string {
  return typeof error.code === "string" ? error.code : "";
}
