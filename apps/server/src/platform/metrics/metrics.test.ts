import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import test, { type TestContext } from "node:test";
import { isRefusal } from "../rules/refusal.ts";
import { createMetrics, readMetricsSettings, serveMetrics } from "./index.ts";

const figures = [{ name: "varde_queue_waiting", help: "Jobs that wait", labels: ["queue"] }];
const waiting = async () => [{ name: "varde_queue_waiting", labels: { queue: "read" }, value: 7 }];

async function addressOf(t: TestContext, token: string | undefined): Promise<string> {
  const server = await serveMetrics(createMetrics(figures, waiting), { host: "127.0.0.1", port: 0, token });
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("tells figures of requests by pattern and of the queue as it stands", async () => {
  const metrics = createMetrics(figures, waiting);
  metrics.observeRequest({ method: "GET", route: "/api/alerts/:id", status: 200, seconds: 0.02 });
  const { text } = await metrics.read();
  assert.match(
    text,
    /varde_http_request_seconds_count\{method="GET",route="\/api\/alerts\/:id",status="200"\} 1/,
  );
  assert.match(text, /varde_queue_waiting\{queue="read"\} 7/);
  assert.match(text, /varde_measured 1/);
});

test("says that it could not measure instead of repeating old figures", async () => {
  let works = true;
  const metrics = createMetrics(figures, async () => {
    if (!works) throw new Error("the database is gone");
    return waiting();
  });
  await metrics.read();
  works = false;
  const { text } = await metrics.read();
  assert.match(text, /varde_measured 0/);
  assert.doesNotMatch(text, /varde_queue_waiting\{/);
});

test("answers 404 to whoever lacks the token, as it does at any other address", async (t) => {
  const token = "a token of the monitoring";
  const address = await addressOf(t, token);
  const ask = async (path: string, bearer?: string) => {
    const response = await fetch(address + path, {
      headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
    });
    return [response.status, await response.text()] as const;
  };
  assert.deepEqual(await ask("/metrics"), [404, ""]);
  assert.deepEqual(await ask("/metrics", "another token of monitor"), [404, ""]);
  assert.deepEqual(await ask("/", token), [404, ""]);
  const [status, text] = await ask("/metrics", token);
  assert.equal(status, 200);
  assert.match(text, /varde_queue_waiting/);
});

test("serves nothing unless told to, and others only where a token is demanded", () => {
  const code = (env: Record<string, string>) => {
    const settings = readMetricsSettings(env);
    return isRefusal(settings) ? settings.code : settings?.host;
  };
  assert.equal(readMetricsSettings({}), undefined);
  assert.equal(code({ VARDE_METRICS_PORT: "9400" }), "localhost");
  assert.equal(code({ VARDE_METRICS_PORT: "94000" }), "metricsPortInvalid");
  assert.equal(code({ VARDE_METRICS_PORT: "9400", VARDE_METRICS_HOST: "0.0.0.0" }), "metricsTokenTooShort");
  assert.equal(code({ VARDE_METRICS_PORT: "9400", VARDE_METRICS_TOKEN: "short" }), "metricsTokenTooShort");
  const open = {
    VARDE_METRICS_PORT: "9400",
    VARDE_METRICS_HOST: "0.0.0.0",
    VARDE_METRICS_TOKEN: "0123456789abcdef",
  };
  assert.equal(code(open), "0.0.0.0");
});
