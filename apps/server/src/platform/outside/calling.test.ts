import assert from "node:assert/strict";
import { test } from "node:test";
import { createCaller } from "./calling.ts";
import { readCalling, readOutsideUrl } from "./outside-settings.ts";

const call = { url: new URL("https://register.example.org/people/1") };

/** Answers with the statuses given, the last of them for ever; counts how often it was asked. */
function replying(...statuses: number[]) {
  const asked = { times: 0 };
  const send = (() => {
    const status = statuses[Math.min(asked.times, statuses.length - 1)]!;
    asked.times += 1;
    return Promise.resolve(new Response(`reply ${asked.times}`, { status }));
  }) as typeof fetch;
  return { asked, options: { timeoutMs: 1000, firstWaitMs: 1, fetch: send } };
}

test("asks again when the system fails or is busy, and gives the reply that comes", async () => {
  const { asked, options } = replying(500, 429, 200);
  assert.deepEqual(await createCaller(options)(call), { status: 200, text: "reply 3" });
  assert.equal(asked.times, 3);
});

test("does not ask again when the system has answered, whatever it answered", async () => {
  for (const status of [200, 400, 401, 404]) {
    const { asked, options } = replying(status);
    assert.deepEqual(await createCaller(options)(call), { status, text: "reply 1" });
    assert.equal(asked.times, 1);
  }
});

test("leaves a system alone after five failures in a row, and asks again when it has rested", async () => {
  const { asked, options } = replying(500, 500, 500, 500, 500, 200);
  const caller = createCaller({ ...options, retries: 0, restMs: 50 });
  for (let failure = 0; failure < 5; failure += 1)
    assert.deepEqual(await caller(call), { silent: "failed", detail: "HTTP 500" });
  const resting = await caller(call);
  assert.equal("silent" in resting && resting.silent, "resting");
  assert.equal(asked.times, 5);
  await new Promise((resolve) => setTimeout(resolve, 80));
  assert.deepEqual(await caller(call), { status: 200, text: "reply 6" });
});

test("lets no more calls than agreed be under way at once", async () => {
  let [underWay, most] = [0, 0];
  const send = (async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
    return new Response("ok");
  }) as typeof fetch;
  const caller = createCaller({ timeoutMs: 1000, atOnce: 2, fetch: send });
  const replies = await Promise.all(Array.from({ length: 9 }, () => caller(call)));
  assert.equal(replies.filter((reply) => "status" in reply).length, 9);
  assert.equal(most, 2);
});

test("takes an address over https, or over http on this machine, and a time-out within reason", () => {
  const url = (value: string) => readOutsideUrl({ VARDE_HPR_URL: value }, "VARDE_HPR_URL")?.href;
  assert.equal(url(""), undefined);
  assert.equal(url("http://localhost:4100"), "http://localhost:4100/");
  for (const wrong of ["http://register.example.org", "ftp://localhost", "register"])
    assert.throws(() => url(wrong), /VARDE_HPR_URL.*https/);
  assert.equal(readCalling({}).timeoutMs, 10_000);
  for (const wrong of ["0", "x", "121"])
    assert.throws(() => readCalling({ VARDE_OUTSIDE_TIMEOUT_SECONDS: wrong }), /1 to 120/);
});
