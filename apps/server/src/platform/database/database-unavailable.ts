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
/** What pg says, without a code, about a connection that is gone. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/**
 * The error as callers should see it: `DatabaseUnavailable` where the connection is to blame, with the driver's
 * error as its cause, otherwise the error itself.
 */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const code = (error as { code?: unknown }).code;
  const sqlState = typeof code === "string" ? code : "";
  if (CONNECTION_CODES.has(sqlState) || sqlState.startsWith("08") || CONNECTION_MESSAGES.test(error.message))
    return new DatabaseUnavailable("databaseUnreachable", `The database does not answer: ${error.message}`, {
      cause: error,
    });
  if (sqlState === "22023" && /role "varde_\w+"/.test(error.message))
    return new DatabaseUnavailable(
      "databaseNotPrepared",
      "The database has not been prepared for Varde. Run: npm run varde -- migrate",
      { cause: error },
    );
  if (sqlState.startsWith("28") || sqlState === "3D000")
    return new DatabaseUnavailable(
      "databaseRefusesLogin",
      `The database refuses the login: ${error.message}. Check DATABASE_URL.`,
      { cause: error },
    );
  return error;
}
