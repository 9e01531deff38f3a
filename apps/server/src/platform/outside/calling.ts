import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import type { SilenceReason } from "./outside-answer.ts";

/** How patiently an outside system is called. */
export interface CallingOptions {
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a call is tried again after the first time (3 where not given). */
  readonly retries?: number;
  /** The wait before the first new attempt, in milliseconds; later ones are longer, with jitter (250). */
  readonly firstWaitMs?: number;
  /** How many calls may be under way at once; the rest queue (4). */
  readonly atOnce?: number;
  /** How long the system is left alone after five failures in a row, in milliseconds (30,000). */
  readonly restMs?: number;
  readonly fetch?: typeof fetch;
}

/** A question over HTTP. It only reads, whatever its method, so that it may be asked again. */
export interface OutsideCall {
  readonly url: URL;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Why no reply came. */
export interface Silence {
  readonly silent: SilenceReason;
  readonly detail: string;
}

export type Caller = (call: OutsideCall, signal?: AbortSignal) => Promise<Reply | Silence>;

/** The system answered that it cannot answer now. */
class NotServed extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

const QUEUE_LIMIT = 1000;
const FAILURES_BEFORE_REST = 5;

/**
 * Makes the one way a system is called: with a time-out, new attempts with growing waits and jitter, a limit to how many
 * calls are under way, and a rest after several failures. Calls tell why nothing came, and never throw for it.
 */
export function createCaller(options: CallingOptions): Caller {
  const policy = createPolicy(options);
  const send = options.fetch ?? fetch;
  return async ({ url, ...init }, signal) => {
    try {
      return await policy.execute(async ({ signal: within }) => {
        const response = await send(url, { ...init, signal: within, redirect: "error" });
        const text = await response.text();
        if (response.status === 429 || response.status >= 500) throw new NotServed(response.status);
        return { status: response.status, text };
      }, signal);
    } catch (error) {
      return silenceOf(error);
    }
  };
}

function createPolicy(options: CallingOptions): IPolicy {
  const { timeoutMs, retries = 3, firstWaitMs = 250, atOnce = 4, restMs = 30_000 } = options;
  return wrap(
    bulkhead(atOnce, QUEUE_LIMIT),
    retry(
      handleWhen((error) => !(error instanceof BrokenCircuitError)),
      {
        maxAttempts: retries,
        backoff: new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: 10_000 }),
      },
    ),
    circuitBreaker(
      handleWhen(() => true),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST) },
    ),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
}

function silenceOf(error: unknown): Silence {
  if (error instanceof NotServed)
    return { silent: error.status === 429 ? "tooManyCalls" : "failed", detail: error.message };
  if (error instanceof BrokenCircuitError)
    return { silent: "resting", detail: "left alone for a while after several failures" };
  if (error instanceof BulkheadRejectedError)
    return { silent: "tooManyCalls", detail: "too many calls are waiting already" };
  if (error instanceof TaskCancelledError) return { silent: "timedOut", detail: "no answer in time" };
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined)?.code : undefined;
  return { silent: "unreachable", detail: cause ?? "the connection failed" };
}
