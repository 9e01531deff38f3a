import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { systemClock } from "../../platform/clock/clock.ts";
import { createSimulator } from "../../platform/outside/index.ts";
import {
  assertToldFaults,
  control,
  IMPATIENT,
  listen,
  officialSchema,
} from "../../platform/outside/testing.ts";
import { openEnhetsregisteret, simulateEnhetsregisteret } from "./index.ts";
import { inventBusinesses } from "./invent-businesses.ts";

const options = { calling: IMPATIENT, clock: systemClock };
const [{ main, sub } = assert.fail("no businesses"), ...others] = inventBusinesses();

async function setUp(t: TestContext) {
  const url = await listen(t, simulateEnhetsregisteret());
  return { url, ask: openEnhetsregisteret(url, options) };
}

describe("the contract with Enhetsregisteret", () => {
  test("finds a main unit and a sub unit by number, however it is spaced", async (t) => {
    const { ask } = await setUp(t);
    const spaced = main.organisasjonsnummer.replace(/(...)(...)(...)/, "$1 $2 $3");
    const company = await ask({ organisationNumber: spaced });
    assert.ok(company.answer === "found");
    assert.equal(company.found.maalform, main.maalform);
    const workplace = await ask({ organisationNumber: sub.organisasjonsnummer });
    assert.ok(workplace.answer === "found");
    assert.equal(workplace.found.overordnetEnhet, main.organisasjonsnummer);
    assert.equal(workplace.found.beliggenhetsadresse?.poststed, "GRANVIK");
  });

  test("answers one, several or none to a name", async (t) => {
    const { ask, url } = await setUp(t);
    const one = await ask({ name: "Granvik sykehus" });
    assert.equal(one.answer === "found" && one.found.navn, main.navn);
    const several = await ask({ name: "sykehus" });
    assert.equal(several.answer === "ambiguous" && several.candidates.length, 8);
    assert.equal((await ask({ name: "Utenlands" })).answer, "notFound");
    await control(url).fail("ambiguous", 1);
    assert.equal((await ask({ name: "Granvik sykehus" })).answer, "ambiguous");
  });

  test("answers that there is none by a number, and does not ask about what is no number", async (t) => {
    const { ask, url } = await setUp(t);
    assert.equal((await ask({ organisationNumber: "310000001" })).answer, "notFound");
    const before = (await control(url).state()).requests;
    const wrong = await ask({ organisationNumber: "../enheter" });
    assert.equal(wrong.answer === "unavailable" && wrong.reason, "notAskable");
    assert.equal((await control(url).state()).requests, before);
  });

  test("tells each fault for what it is, and answers once it has passed", async (t) => {
    const { ask, url } = await setUp(t);
    await assertToldFaults(url, () => ask({ organisationNumber: main.organisasjonsnummer }));
  });

  test("is simulated in the official shape", async (t) => {
    const isUnit = officialSchema(t, "brreg/enhetsregisteret.json", "Enhet");
    if (!isUnit) return;
    const { ask } = await setUp(t);
    for (const { main: unit } of others)
      isUnit((await ask({ organisationNumber: unit.organisasjonsnummer })).raw);
  });
});

test("keeps codes it does not know, and tells where they stand", async (t) => {
  const simulator = createSimulator({ name: "businesses of tomorrow" });
  simulator.app.get("/enheter/:number", () => ({ ...main, maalform: "Samisk" }));
  const ask = openEnhetsregisteret(await listen(t, simulator), options);
  const answer = await ask({ organisationNumber: main.organisasjonsnummer });
  assert.ok(answer.answer === "found");
  assert.deepEqual(answer.unknownCodes, [{ path: "maalform", code: "Samisk" }]);
});
