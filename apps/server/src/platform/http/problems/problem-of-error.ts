import type { Problem } from "@varde/contract";
import type { FastifyError } from "fastify";
import { asDatabaseError, DatabaseUnavailable } from "../../database/database-unavailable.ts";
import { problemOf, StoppedRequest } from "./problem.ts";

/** Seconds a caller is asked to wait while the database is away. */
export const DATABASE_RETRY_SECONDS = 5;

type ThrownError = Error &
  Partial<Pick<FastifyError, "code" | "statusCode" | "validation" | "validationContext">>;

const KNOWN: Record<string, (error: ThrownError) => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    problemOf(413, "bodyTooLarge", { detail: "What was sent is larger than this address accepts." }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    problemOf(415, "mediaTypeNotAccepted", {
      detail: "Send application/json, or what the address asks for.",
    }),
  FST_REQ_FILE_TOO_LARGE: () =>
    problemOf(413, "fileTooLarge", { detail: "One of the files is larger than this address accepts." }),
  FST_FILES_LIMIT: () => problemOf(413, "tooManyFiles", { detail: "Send fewer files at a time." }),
  FST_PARTS_LIMIT: () => problemOf(413, "tooManyFiles", { detail: "Send fewer files at a time." }),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () =>
    problemOf(415, "mediaTypeNotAccepted", { detail: "Send the files as multipart/form-data." }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => bodyNotJson(),
  FST_ERR_CTP_INVALID_JSON_BODY: () => bodyNotJson(),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    problemOf(400, "lengthDiffers", { detail: "The body is not as long as the request said." }),
  FST_ERR_MAX_PARAM_LENGTH: () =>
    problemOf(414, "addressTooLong", { detail: "A part of the address is longer than any there is." }),
  FST_ERR_BAD_URL: () => problemOf(400, "addressNotReadable", { detail: "The address cannot be read." }),
  FST_ERR_VALIDATION: (error) =>
    problemOf(400, "invalidRequest", {
      detail: "Some of what was sent cannot be accepted; each place is listed.",
      errors: fieldErrors(error),
    }),
};

/** What PostgreSQL says of a value it has no room for: out of range, or holding signs that text cannot (NUL). */
const NOT_STORABLE: ReadonlySet<string> = new Set(["22003", "22021", "22P05"]);
/** What the reader of forms says, without a code, of a form that is broken. */
const BROKEN_FORM =
  /^(Multipart: Boundary not found|Unexpected end of (form|multipart data|file)|Malformed )/;

/**
 * The problem that tells of a thrown error. Errors that the caller cannot mend become 500 with the
 * request's id as the only detail; nothing of the error itself is told.
 */
export function problemOfError(error: ThrownError, requestId: string): Problem {
  if (error instanceof StoppedRequest) return error.problem;
  const known = KNOWN[error.code ?? ""];
  if (known) return known(error);
  if (NOT_STORABLE.has(error.code ?? "")) {
    return problemOf(400, "valueNotStorable", {
      detail: "A value is out of range, or holds signs that cannot be stored.",
    });
  }
  if (BROKEN_FORM.test(error.message)) {
    return problemOf(400, "formNotReadable", {
      detail: "The form with files cannot be read. Send it again.",
    });
  }
  if (asDatabaseError(error) instanceof DatabaseUnavailable) {
    return problemOf(503, "databaseUnavailable", {
      detail: "The database does not answer just now. Nothing is lost; try again in a moment.",
      params: { retryAfterSeconds: DATABASE_RETRY_SECONDS },
    });
  }
  const status = error.statusCode ?? 500;
  if (status === 400 && error instanceof SyntaxError) return bodyNotJson();
  if (status >= 400 && status < 500) return problemOf(status, `http${status}`);
  return problemOf(500, "unexpectedError", {
    detail: "Something failed on the server. Tell the system owner the request's id.",
    params: { requestId },
  });
}

function bodyNotJson(): Problem {
  return problemOf(400, "bodyNotJson", { detail: "The body is not readable JSON." });
}

const PLACES: Record<string, string> = {
  querystring: "query",
  params: "path",
  body: "body",
  headers: "headers",
};

function fieldErrors({ validation = [], validationContext = "body" }: ThrownError): Problem["errors"] {
  const place = PLACES[validationContext] ?? validationContext;
  return validation.map(({ instancePath, keyword, message }) => ({
    path: [place, ...instancePath.split("/").filter(Boolean)].join("."),
    code: keyword,
    message: message ?? keyword,
  }));
}
