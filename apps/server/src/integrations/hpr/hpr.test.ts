import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { demoRegister } from "../../demo/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { anyToken, createSimulator, evidenceOf, tokensOf } from "../../platform/outside/index.ts";
import {
  assertToldFaults,
  givenToken,
  IMPATIENT,
  listen,
  makeClientKey,
} from "../../platform/outside/testing.ts";
import { createMaskinporten, readMaskinportenSettings, simulateMaskinporten } from "../maskinporten/index.ts";
import { HPR_SCOPE, openHpr, simulateHpr } from "./index.ts";

const lines = [...demoRegister("2026-10-01")].slice(0, 1000);
const some = lines.find(({ person, erstattetAvHprNummer }) => person.nin && erstattetAvHprNummer === null)!;
const known = { hprNumber: some.hprNummer };
const options = { calling: IMPATIENT, clock: systemClock, tokens: givenToken("x") };

describe("the contract with HPR", () => {
  test("finds a person by HPR number, with the whole answer as evidence", async (t) => {
    const url = await listen(t, simulateHpr(lines, { admission: anyToken }));
    const answer = await openHpr(url, options)(known);
    assert.ok(answer.answer === "found");
    assert.equal(answer.found.person.etternavn, some.person.etternavn);
    assert.deepEqual(answer.raw, some);
    assert.deepEqual(answer.unknownCodes, []);
    assert.deepEqual(Object.keys(evidenceOf(answer).evidence), [
      "source",
      "at",
      "raw",
      "found",
      "unknownCodes",
    ]);
  });

  test("finds a person by identity number as at a date, with what has ended only where history is asked for", async (t) => {
    const ended = lines.find(
      ({ person, godkjenninger }) => person.nin && godkjenninger.some(({ periode }) => periode.til !== null),
    )!;
    const hpr = openHpr(await listen(t, simulateHpr(lines, { admission: anyToken })), options);
    const ask = async (includeHistory: boolean) => {
      const answer = await hpr({ nationalId: ended.person.nin!, atDate: "2026-10-01", includeHistory });
      assert.ok(answer.answer === "found");
      return answer.found.godkjenninger.length;
    };
    assert.equal(await ask(true), ended.godkjenninger.length);
    assert.ok((await ask(false)) < ended.godkjenninger.length);
  });

  test("answers that there is none", async (t) => {
    const hpr = openHpr(await listen(t, simulateHpr(lines, { admission: anyToken })), options);
    assert.equal((await hpr({ hprNumber: 1 })).answer, "notFound");
    const nobody = { nationalId: "01810150000", atDate: "2026-10-01", includeHistory: false };
    assert.equal((await hpr(nobody)).answer, "notFound");
  });

  test("tells a replaced number with the one that stands for it", async (t) => {
    const replaced = lines.find(({ erstattetAvHprNummer }) => erstattetAvHprNummer !== null)!;
    const hpr = openHpr(await listen(t, simulateHpr(lines, { admission: anyToken })), options);
    const answer = await hpr({ hprNumber: replaced.hprNummer });
    assert.ok(answer.answer === "found");
    assert.equal(answer.found.erstattetAvHprNummer, replaced.erstattetAvHprNummer);
  });

  test("tells each fault for what it is, and answers once it has passed", async (t) => {
    const url = await listen(t, simulateHpr(lines, { admission: anyToken }));
    await assertToldFaults(url, () => openHpr(url, options)(known));
  });

  test("shows a token of Maskinporten, and is refused with any other", async (t) => {
    const key = await makeClientKey();
    const client = { clientId: "varde", key, scopes: [HPR_SCOPE] };
    const provider = await listen(t, await simulateMaskinporten(client));
    const admission = tokensOf(new URL("/jwk", provider));
    const url = await listen(t, simulateHpr(lines, { admission }));
    const settings = readMaskinportenSettings({
      VARDE_MASKINPORTEN_URL: provider.href,
      VARDE_MASKINPORTEN_CLIENT_ID: "varde",
      VARDE_MASKINPORTEN_KEY: JSON.stringify(key),
    })!;
    const tokens = createMaskinporten(settings, options);
    assert.equal((await openHpr(url, { ...options, tokens })(known)).answer, "found");
    const refused = await openHpr(url, options)(known);
    assert.ok(refused.answer === "unavailable");
    assert.equal(refused.reason, "accessRefused");
  });
});

test("keeps codes it does not know, and tells where they stand", async (t) => {
  const simulator = createSimulator({ name: "hpr of tomorrow" });
  simulator.app.get("/v1/personerutvidet/:number", () => ({
    hprNummer: 9,
    person: { etternavn: "Ny", nyttFelt: true },
    godkjenninger: [{ autorisasjon: { verdi: "77" }, helsepersonellkategori: { verdi: "LE" } }],
  }));
  const answer = await openHpr(await listen(t, simulator), options)({ hprNumber: 9 });
  assert.ok(answer.answer === "found");
  assert.deepEqual(answer.unknownCodes, [{ path: "godkjenninger.0.autorisasjon", code: "77" }]);
  assert.equal(answer.found.person.nyttFelt, true);
});
