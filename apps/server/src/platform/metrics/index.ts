export { createMetrics, type MeasuredFigure, type MeasuredValue, type Metrics } from "./metrics.ts";
export { readMetricsSettings } from "./metrics-settings.ts";
export { type MetricsSettings, serveMetrics } from "./serve-metrics.ts";
