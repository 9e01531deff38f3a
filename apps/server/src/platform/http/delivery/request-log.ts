import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from "fastify";

/** Told of a request that was answered, without its address, which may name a person. */
export type RequestObserver = (request: {
  method: string;
  route: string;
  status: number;
  seconds: number;
}) => void;

/** One line a request: the pattern of the address, never the address itself, which may name a person. */
export class RequestLog extends LogController {
  readonly #observe: RequestObserver | undefined;
  constructor(observe?: RequestObserver) {
    super({ requestIdLogLabel: "requestId" });
    this.#observe = observe;
  }
  override incomingRequest(): void {}
  override routeNotFound(): void {}
  override requestCompleted(
    _error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const route = request.routeOptions.url ?? "unknown";
    const { statusCode: status, elapsedTime } = reply;
    this.#observe?.({ method: request.method, route, status, seconds: elapsedTime / 1000 });
    request.log.info({ method: request.method, route, status, ms: Math.round(elapsedTime) }, "request");
  }
}

/** What of an error may be logged. */
export interface LoggedError {
  readonly [key: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** Kind, code and place of an error. Messages of the database quote values and are replaced by its code. */
export function errorForLog(
  error: Error & { code?: string; severity?: string; constraint?: string },
): LoggedError {
  const { name, code, message, stack = "", cause, severity, constraint } = error;
  return {
    type: name,
    code,
    constraint,
    message: severity ? `database error ${code ?? ""}` : message,
    stack: stack
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    cause: cause instanceof Error ? errorForLog(cause) : undefined,
  };
}

/** Settings of the log: no headers, addresses or bodies, and secrets struck out should one come near. */
export function logSettings(
  level: string,
  destination?: { write(line: string): void },
): FastifyServerOptions["logger"] {
  return {
    level,
    ...(destination && { stream: destination }),
    redact: ["*.password", "*.secret", "*.token", "*.cookie", "*.authorization", "*.clientSecret"],
    serializers: { err: errorForLog, req: ({ method }: FastifyRequest) => ({ method }), res: () => ({}) },
  };
}
