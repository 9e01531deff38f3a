import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { demoRegister } from "../../demo/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { anyToken, createSimulator } from "../../platform/outside/index.ts";
import {
  assertToldFaults,
  control,
  givenToken,
  IMPATIENT,
  listen,
  officialSchema,
} from "../../platform/outside/testing.ts";
import { openPersontjenesten, readPersontjenestenScope, simulatePersontjenesten } from "./index.ts";

const lines = [...demoRegister("2026-10-01")]
  .slice(0, 1500)
  .filter(({ person, erstattetAvHprNummer }) => person.nin && erstattetAvHprNummer === null);
const scope = readPersontjenestenScope({});
const options = { calling: IMPATIENT, clock: systemClock, tokens: givenToken("x") };

async function setUp(t: TestContext) {
  const url = await listen(t, simulatePersontjenesten(lines, { admission: anyToken, scope }));
  return { url, ask: openPersontjenesten({ url, scope }, options) };
}
const { person: plain } = lines.find(({ hprNummer }) => hprNummer % 9 !== 0)!;

describe("the contract with Persontjenesten", () => {
  test("finds a person by number, with names over time", async (t) => {
    const { ask } = await setUp(t);
    const renamed = lines.find(({ hprNummer }) => hprNummer % 9 === 0)!;
    const answer = await ask({ nationalId: renamed.person.nin! });
    assert.ok(answer.answer === "found");
    assert.deepEqual(
      answer.found.name.map(({ isValid }) => isValid),
      [true, false],
    );
    assert.equal(answer.found.birth[0]?.birthDate?.slice(0, 10), renamed.person.fødselsdato);
    assert.deepEqual(answer.unknownCodes, []);
  });

  test("finds the one with the name and birth date", async (t) => {
    const { ask } = await setUp(t);
    const answer = await ask({ name: plain.etternavn, birthDate: plain.fødselsdato });
    assert.ok(answer.answer === "found");
    assert.equal(answer.found.norwegianIdentificationNumber[0]?.identificationNumber, plain.nin);
  });

  test("answers that there is none, and that there are several", async (t) => {
    const { ask, url } = await setUp(t);
    assert.equal((await ask({ nationalId: "01810150000" })).answer, "notFound");
    assert.equal((await ask({ name: "Xyzzy", birthDate: "1980-01-01" })).answer, "notFound");
    await control(url).fail("ambiguous");
    const answer = await ask({ name: plain.etternavn, birthDate: plain.fødselsdato });
    assert.ok(answer.answer === "ambiguous");
    assert.equal(answer.candidates.length, 4);
  });

  test("asks with the letters of a name alone, and not at all with too few", async (t) => {
    const { ask, url } = await setUp(t);
    assert.equal((await ask({ name: "O'Brien 3.", birthDate: "1980-01-01" })).answer, "notFound");
    const before = (await control(url).state()).requests;
    const answer = await ask({ name: "Ng", birthDate: "1980-01-01" });
    assert.ok(answer.answer === "unavailable");
    assert.equal(answer.reason, "notAskable");
    assert.equal((await control(url).state()).requests, before);
  });

  test("tells each fault for what it is, and answers once it has passed", async (t) => {
    const { ask, url } = await setUp(t);
    await assertToldFaults(url, () => ask({ nationalId: plain.nin! }));
  });

  test("is simulated in the official shape", async (t) => {
    const file = "persontjenesten/openapi-v2.yaml";
    const isPerson = officialSchema(t, file, "Person");
    const isPage = officialSchema(t, file, "PersonSearchResult");
    if (!isPerson || !isPage) return;
    const { ask } = await setUp(t);
    for (const { person } of lines.slice(0, 40)) isPerson((await ask({ nationalId: person.nin! })).raw);
    isPage((await ask({ name: plain.etternavn, birthDate: plain.fødselsdato })).raw);
  });
});

test("keeps codes it does not know, and tells where they stand", async (t) => {
  const simulator = createSimulator({ name: "persons of tomorrow" });
  simulator.app.post("/api/legal-basis/person/get-by-nin", () => ({
    id: "1",
    status: [{ status: "Travelling", isValid: true }],
  }));
  const url = await listen(t, simulator);
  const answer = await openPersontjenesten({ url, scope }, options)({ nationalId: plain.nin! });
  assert.ok(answer.answer === "found");
  assert.deepEqual(answer.unknownCodes, [{ path: "status.0.status", code: "Travelling" }]);
});
