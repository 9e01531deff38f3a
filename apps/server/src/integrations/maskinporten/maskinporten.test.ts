import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeJwt } from "jose";
import { fixedClock, systemClock } from "../../platform/clock/clock.ts";
import { control, listen, makeClientKey } from "../../platform/outside/testing.ts";
import { SettingRefused } from "../../platform/settings/settings.ts";
import { createMaskinporten, readMaskinportenSettings, simulateMaskinporten } from "./index.ts";

const SCOPE = "nhn:hpr/extended";
const calling = { timeoutMs: 2000, retries: 1, firstWaitMs: 1 };

async function setUp(t: Parameters<typeof listen>[0], clientId = "varde") {
  const key = await makeClientKey();
  const url = await listen(t, await simulateMaskinporten({ clientId: "varde", key, scopes: [SCOPE] }));
  const settings = readMaskinportenSettings({
    VARDE_MASKINPORTEN_URL: url.href,
    VARDE_MASKINPORTEN_CLIENT_ID: clientId,
    VARDE_MASKINPORTEN_KEY: JSON.stringify(key),
  })!;
  return { url, settings };
}

test("gives a token for the scope asked for, and the same one to everybody until it is about to end", async (t) => {
  const { settings } = await setUp(t);
  const start = Date.now();
  const clock = fixedClock(new Date(start));
  const tokens = createMaskinporten(settings, { calling, clock });
  const [first, second] = await Promise.all([tokens.tokenFor(SCOPE), tokens.tokenFor(SCOPE)]);
  assert.equal(typeof first, "string");
  assert.equal(decodeJwt(first as string).scope, SCOPE);
  assert.equal(second, first);
  clock.move(new Date(start + 98_000));
  assert.equal(await tokens.tokenFor(SCOPE), first);
  clock.move(new Date(start + 100_000));
  assert.notEqual(await tokens.tokenFor(SCOPE), first);
});

test("fetches a fresh token once one is forgotten", async (t) => {
  const { url, settings } = await setUp(t);
  const tokens = createMaskinporten(settings, { calling, clock: systemClock });
  await tokens.tokenFor(SCOPE);
  tokens.forget(SCOPE);
  await tokens.tokenFor(SCOPE);
  assert.equal((await control(url).state()).requests, 2);
});

test("says that access is refused, with the provider's word, for a wrong scope or client", async (t) => {
  const { settings } = await setUp(t);
  const tokens = createMaskinporten(settings, { calling, clock: systemClock });
  assert.deepEqual(await tokens.tokenFor("somebody:else"), {
    silent: "accessRefused",
    detail: "no token: HTTP 400 invalid_scope",
  });
  const { settings: unknown } = await setUp(t, "somebody-else");
  const refused = await createMaskinporten(unknown, { calling, clock: systemClock }).tokenFor(SCOPE);
  assert.deepEqual(refused, { silent: "accessRefused", detail: "no token: HTTP 400 invalid_grant" });
});

test("says why there is no token when the provider is down or talks nonsense, and tries again later", async (t) => {
  const { url, settings } = await setUp(t);
  const tokens = createMaskinporten(settings, { calling, clock: systemClock });
  await control(url).fail("down", 2);
  const down = await tokens.tokenFor(SCOPE);
  assert.equal(typeof down === "object" && down.silent, "unreachable");
  await control(url).fail("changedSchema", 1);
  const changed = await tokens.tokenFor(SCOPE);
  assert.equal(typeof changed === "object" && changed.silent, "notUnderstood");
  assert.equal(typeof (await tokens.tokenFor(SCOPE)), "string");
});

test("names the setting that is missing or wrong, and never what stands in the key", () => {
  const url = "https://maskinporten.example.org";
  const refuses = (env: Record<string, string>, setting: string) =>
    assert.throws(
      () => readMaskinportenSettings(env),
      (error) =>
        error instanceof SettingRefused && error.setting === setting && !error.message.includes("s3cret"),
    );
  assert.equal(readMaskinportenSettings({}), undefined);
  refuses({ VARDE_MASKINPORTEN_URL: "http://maskinporten.example.org" }, "VARDE_MASKINPORTEN_URL");
  refuses({ VARDE_MASKINPORTEN_URL: url }, "VARDE_MASKINPORTEN_CLIENT_ID");
  refuses(
    {
      VARDE_MASKINPORTEN_URL: url,
      VARDE_MASKINPORTEN_CLIENT_ID: "varde",
      VARDE_MASKINPORTEN_KEY: "s3cret",
    },
    "VARDE_MASKINPORTEN_KEY",
  );
});
