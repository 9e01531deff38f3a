import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a process tells of itself as figures, in the text form of Prometheus. Never a name, a number of a person or an address. */
export interface Metrics {
  /** Counts a request that was answered: its pattern ("/api/alerts/:id"), never its address. */
  readonly observeRequest: (request: {
    method: string;
    route: string;
    status: number;
    seconds: number;
  }) => void;
  /** All figures now, with their content type. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** A figure that is asked for when it is read: one value for each set of labels. */
export interface MeasuredFigure {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** A value of a measured figure. */
export interface MeasuredValue {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Upper ends in seconds, around the targets for pages (60 and 100 ms). */
const BUCKETS = [0.005, 0.01, 0.025, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Figures of this process and its requests, and those that `measure` brings each time they are read. Where measuring
 * fails, `varde_measured` is 0 and the measured figures are left out, so that old values never pass for current ones.
 */
export function createMetrics(
  figures: readonly MeasuredFigure[],
  measure: () => Promise<readonly MeasuredValue[]>,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "varde_http_request_seconds",
    help: "Time to answer a request, by pattern of its address",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  const measured = new Gauge({
    name: "varde_measured",
    help: "Whether the figures of the database could be read (1) or not (0)",
    registers: [registry],
  });
  const gauges = new Map(
    figures.map(({ name, help, labels }) => [
      name,
      new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
    ]),
  );
  return {
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    read: async () => {
      for (const gauge of gauges.values()) gauge.reset();
      const values = await measure().catch(() => undefined);
      measured.set(values ? 1 : 0);
      for (const { name, labels, value } of values ?? []) gauges.get(name)?.set({ ...labels }, value);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
