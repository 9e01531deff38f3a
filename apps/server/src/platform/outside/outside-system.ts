import type { z } from "zod";
import type { Clock } from "../clock/clock.ts";
import type { TokenSource } from "./access-token.ts";
import { type CallingOptions, createCaller, type OutsideCall, type Reply, type Silence } from "./calling.ts";
import type { Heard, NotFound, Unavailable } from "./outside-answer.ts";
import { readJson } from "./read-json.ts";

export interface OutsideOptions {
  /** Name of the system, as evidence tells it. */
  readonly source: string;
  readonly clock: Clock;
  readonly calling: CallingOptions;
  /** What access is shown with; nothing for systems open to all. */
  readonly access?: { readonly tokens: TokenSource; readonly scope: string };
}

/** A system of somebody else that answers in JSON. */
export interface OutsideSystem {
  /**
   * Asks and checks the reply against the shape that Varde reads. HTTP 404 and 410 mean that there is none there;
   * everything else that is not a reply of that shape is silence with its reason.
   */
  ask<T>(
    call: OutsideCall,
    shape: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<Heard<T> | NotFound | Unavailable>;
}

const NOT_THERE: ReadonlySet<number> = new Set([404, 410]);
const ACCESS_REFUSED: ReadonlySet<number> = new Set([401, 403]);

/** Opens the way to an outside system. One per system and process, since it remembers how the system has fared. */
export function openOutside({ source, clock, calling, access }: OutsideOptions): OutsideSystem {
  const caller = createCaller(calling);
  const told = (raw: unknown) => ({ source, at: clock.now().toISOString(), raw });
  const unavailable = ({ silent: reason, detail }: Silence, raw: unknown = null): Unavailable => ({
    answer: "unavailable",
    ...told(raw),
    reason,
    detail,
  });
  const call = async (asked: OutsideCall, signal?: AbortSignal): Promise<Reply | Silence> => {
    const headers = { accept: "application/json", ...asked.headers };
    if (!access) return caller({ ...asked, headers }, signal);
    const token = await access.tokens.tokenFor(access.scope);
    return typeof token === "string"
      ? caller({ ...asked, headers: { ...headers, authorization: `Bearer ${token}` } }, signal)
      : token;
  };
  return {
    ask: async (asked, shape, signal) => {
      const reply = await call(asked, signal);
      if ("silent" in reply) return unavailable(reply);
      const { status, text } = reply;
      const raw = readJson(text);
      if (NOT_THERE.has(status)) return { answer: "notFound", ...told(raw ?? text) };
      if (ACCESS_REFUSED.has(status)) {
        access?.tokens.forget(access.scope);
        return unavailable({ silent: "accessRefused", detail: `HTTP ${status}` }, raw ?? text);
      }
      if (status !== 200) return unavailable({ silent: "failed", detail: `HTTP ${status}` }, raw ?? text);
      if (raw === undefined) return unavailable({ silent: "notUnderstood", detail: "not JSON" }, text);
      const read = shape.safeParse(raw);
      return read.success
        ? { answer: "heard", ...told(raw), said: read.data }
        : unavailable({ silent: "notUnderstood", detail: complaintOf(read.error) }, raw);
    },
  };
}

/** Where the reply is not as expected, without the values that stand there. */
function complaintOf({ issues }: z.ZodError): string {
  const paths = issues.slice(0, 5).map(({ path, code }) => `${path.join(".") || "the whole"} (${code})`);
  return `not in the shape agreed: ${paths.join(", ")}`;
}
