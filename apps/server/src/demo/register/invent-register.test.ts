import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fnrvalidator from "@navikt/fnrvalidator";
import { inventRegister, inventRegisterPeople } from "./invent-register.ts";

const options = { seed: 1, count: 4000 };
const lines = [...inventRegister(options)];

describe("an invented register", () => {
  test("has the same lines for the same seed", () => {
    assert.deepEqual([...inventRegister(options)], lines);
  });

  test("holds synthetic identity numbers only: valid, with 80 added to the month", () => {
    for (const { person } of lines) {
      assert.equal(person.manglerNin, person.nin === null);
      if (person.nin === null) continue;
      assert.equal(fnrvalidator.fnr(person.nin).status, "valid", person.nin);
      assert.ok(Number(person.nin.slice(2, 4)) > 80, person.nin);
    }
  });

  test("lacks the number of about a third of those trained abroad", () => {
    const abroad = lines.filter(({ godkjenninger: [first] }) => first?.konvertertFraLand);
    const share = abroad.filter(({ person }) => person.manglerNin).length / abroad.length;
    assert.ok(share > 0.25 && share < 0.4, String(share));
  });

  test("gives each person one number, and points replaced numbers at the one in force", () => {
    const inForce = lines.filter(({ erstattetAvHprNummer }) => erstattetAvHprNummer === null);
    assert.deepEqual(
      inForce.map(({ hprNummer }) => String(hprNummer)),
      [...inventRegisterPeople(options)].map(({ id }) => id),
    );
    const numbers = new Set(inForce.map(({ hprNummer }) => hprNummer));
    const replaced = lines.filter(({ erstattetAvHprNummer }) => erstattetAvHprNummer !== null);
    assert.ok(replaced.length > 0);
    assert.ok(
      replaced.every((line) => numbers.has(line.erstattetAvHprNummer ?? 0) && !numbers.has(line.hprNummer)),
    );
  });

  test("approves nobody as a child and ends nothing before it began", () => {
    for (const { person, godkjenninger } of lines) {
      for (const { periode } of godkjenninger) {
        assert.ok(
          Number(periode.fra.slice(0, 4)) - Number(person.fødselsdato.slice(0, 4)) >= 20,
          periode.fra,
        );
        assert.ok(periode.til === null || periode.til > periode.fra);
      }
    }
  });

  test("shows every part of a line somewhere", () => {
    const approvals = lines.flatMap(({ godkjenninger }) => godkjenninger);
    assert.ok(approvals.some(({ rekvisisjonsretter }) => rekvisisjonsretter.length > 0));
    assert.ok(approvals.some(({ spesialistgodkjenninger }) => spesialistgodkjenninger.length > 0));
    assert.ok(approvals.some(({ vilkår }) => vilkår.length > 0));
    assert.ok(approvals.some(({ avsluttetStatus }) => avsluttetStatus !== null));
    assert.ok(approvals.some(({ autorisasjon }) => autorisasjon.navn === "Lisens"));
    assert.ok(lines.some(({ person }) => person.dødsdato !== null));
  });
});
