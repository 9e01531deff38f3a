import assert from "node:assert/strict";
import test from "node:test";
import fnrvalidator from "@navikt/fnrvalidator";
import { caseAct } from "@varde/contract";
import { endOfDay } from "../../casework/cases/acting/days.ts";
import { fill } from "./perform-step.ts";
import { planHistory } from "./plan-history.ts";
import { HISTORIES, readHistory } from "./read-history.ts";

const history = await readHistory("review-2026");
const plan = planHistory(history);
const closes = new Set(["closeCase", "dismissCase"]);

/** How many cases the plan has opened, closed and reopened by the end of a day. */
function plannedOn(day: string) {
  const until = endOfDay(day);
  const begun = plan.filter(({ opens }) => opens < until);
  const acts = begun.map((one) => one.acts.filter(({ at }) => at < until).map(({ given }) => given.act));
  const closed = acts.filter(
    (done) => done.findLastIndex((act) => closes.has(act)) > done.lastIndexOf("reopenCase"),
  ).length;
  const reopened = acts.filter((done) => done.includes("reopenCase")).length;
  return { cases: begun.length, closed, open: begun.length - closed, reopened };
}

test("the review's history grows and is worked down as the review tells", () => {
  assert.equal(plannedOn("2025-10-31").cases, 109);
  assert.deepEqual(plannedOn("2025-11-30"), { cases: 127, closed: 57, open: 70, reopened: 18 });
  assert.deepEqual(plannedOn("2026-02-01"), { cases: 166, closed: 113, open: 53, reopened: 18 });
});

test("every history is planned alike each time, in office days, with acts that are understood", async () => {
  const known = { today: "2026-01-02", alert: 1, country: "SE", contentHash: "0".repeat(64) };
  for (const name of HISTORIES) {
    const read = await readHistory(name);
    const cases = planHistory(read);
    assert.deepEqual(planHistory(read), cases);
    for (const { acts, opens } of cases) {
      for (const [place, { at, given }] of acts.entries()) {
        assert.ok(at > (acts[place - 1]?.at ?? opens), given.act);
        assert.ok(caseAct.safeParse(fill(given, known)).success, given.act);
      }
    }
    const keys = cases.flatMap(({ acts }) => acts.map(({ key }) => key));
    assert.equal(new Set(keys).size, keys.length);
  }
});

test("is about as many invented people as there are cases, with synthetic numbers alone", () => {
  const people = plan.map(({ person }) => person);
  assert.equal(new Set(people.map(({ hprNummer }) => hprNummer)).size, plan.length);
  for (const { person } of people) {
    if (person.nin === null) continue;
    assert.equal(fnrvalidator.fnr(person.nin).status, "valid");
    assert.ok(Number(person.nin.slice(2, 4)) > 80);
  }
});
