import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { z } from "zod";

/** What any simulated system can be told to do wrong. */
const EVERYWHERE = ["slow", "down", "error", "busy", "garbage", "changedSchema"] as const;
export const FAULTS = [...EVERYWHERE, "ambiguous"] as const;
export type Fault = (typeof FAULTS)[number];

const faultOrder = z.strictObject({
  fault: z.enum(FAULTS),
  /** How many requests it holds for; until it is taken away where not given. */
  times: z.int().positive().optional(),
});

export interface SimulatorOptions {
  readonly name: string;
  /** How long a slow answer takes, in milliseconds (60,000). */
  readonly slowMs?: number;
  /** Whether the system can be told to find several where it would find one. */
  readonly canBeAmbiguous?: boolean;
  /** Says whether a request may be answered; all may where not given. */
  readonly admits?: (request: FastifyRequest) => Promise<boolean>;
}

/** A simulated system: routes are added to `app`; `shows` tells whether a fault the routes themselves make is on. */
export interface Simulator {
  readonly app: FastifyInstance;
  shows(request: FastifyRequest, fault: "ambiguous"): boolean;
}

const CONTROL = "/simulator";

/**
 * Starts a simulated system without its routes. `PUT /simulator/fault {"fault":"down","times":2}` makes it fail,
 * `DELETE /simulator/fault` makes it well again, `GET /simulator` tells how it is.
 */
export function createSimulator({
  name,
  slowMs = 60_000,
  canBeAmbiguous,
  admits,
}: SimulatorOptions): Simulator {
  const app = Fastify({ forceCloseConnections: true });
  const faults: readonly string[] = canBeAmbiguous ? FAULTS : EVERYWHERE;
  const shown = new WeakMap<FastifyRequest, Fault>();
  let order: z.infer<typeof faultOrder> | undefined;
  let requests = 0;

  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get(CONTROL, () => ({ name, faults, fault: order?.fault ?? null, requests }));
  app.put(`${CONTROL}/fault`, (request, reply) => {
    const given = faultOrder.safeParse(request.body);
    if (!given.success || !faults.includes(given.data.fault))
      return reply.code(400).send({ code: "faultUnknown", message: `Write one of ${faults.join(", ")}.` });
    order = given.data;
    return reply.code(204).send();
  });
  app.delete(`${CONTROL}/fault`, (_request, reply) => {
    order = undefined;
    return reply.code(204).send();
  });

  app.addHook("onRequest", async (request, reply) => {
    if (isControl(request)) return;
    requests += 1;
    if (order) {
      shown.set(request, order.fault);
      order = order.times === 1 ? undefined : { ...order, times: order.times && order.times - 1 };
    }
    const fault = shown.get(request);
    if (fault === "down") {
      reply.hijack();
      request.raw.destroy();
    } else if (fault === "slow") await pause(slowMs, request);
    else if (fault === "error") await reply.code(500).send({ title: "Internal Server Error" });
    else if (fault === "busy") await reply.code(429).send({ title: "Too Many Requests" });
    else if (fault === "garbage")
      await reply.type("application/json").send('<html><body>502 Bad Gateway</body></html>{"');
    else if (admits && !(await admits(request))) await reply.code(401).send({ title: "Unauthorized" });
  });
  app.addHook("preSerialization", async (request, _reply, payload) =>
    shown.get(request) === "changedSchema" ? changed(payload) : payload,
  );
  return { app, shows: (request, fault) => shown.get(request) === fault };
}

const isControl = ({ url }: FastifyRequest): boolean => url === CONTROL || url.startsWith(`${CONTROL}/`);

/** Waits until the time is out or whoever asked has gone. */
function pause(ms: number, { raw }: FastifyRequest): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    raw.socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The same answer from a system whose fields were renamed without a word. */
const changed = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null
    ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [`${key}V9`, value]))
    : payload;
