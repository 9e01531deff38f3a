import assert from "node:assert/strict";
import test from "node:test";
import type { AuditActor } from "@varde/contract";
import fc from "fast-check";
import {
  type Activity,
  type ActivityHour,
  findAnomalies,
  isOutsideHours,
  LIMITS,
} from "./anomalies.rules.ts";

const turid: AuditActor = { kind: "person", id: "turid", name: "Turid Nygård" };
const peer = (number: number): AuditActor => ({
  kind: "person",
  id: `peer${number}`,
  name: `Kollega ${number}`,
});
const MONDAY = "2026-02-02";

const hour = (given: Partial<ActivityHour>): ActivityHour => ({
  actor: turid,
  day: MONDAY,
  hour: 10,
  reads: 0,
  refusals: 0,
  openings: 0,
  entries: [7],
  ...given,
});
/** The working days of January before that Monday, with so many reads each. */
const habit = (reads: number, actor = turid): ActivityHour[] =>
  ["26", "27", "28", "29", "30"].map((day) => hour({ actor, day: `2026-01-${day}`, reads }));
const find = (given: Partial<Activity>) =>
  findAnomalies({ hours: [], readsOfStaff: [], roles: new Map(), from: MONDAY, ...given });
const rulesIn = (given: Partial<Activity>) => find(given).map(({ rule }) => rule);

test("tells of reads far above the person's own habit, and says both figures", () => {
  const [found] = find({ hours: [...habit(20), hour({ reads: 70 })] });
  assert.deepEqual(found?.params, { reads: 70, ownHabit: 20 });
  assert.deepEqual([found?.rule, found?.day, found?.entries], ["unusualVolume", MONDAY, [7]]);
});

test("says nothing of a busy day where the habit is as busy, or where there is no habit to go by", () => {
  assert.deepEqual(rulesIn({ hours: [...habit(30), hour({ reads: 70 })] }), []);
  assert.deepEqual(rulesIn({ hours: [hour({ reads: 700 })] }), []);
});

test("says nothing of a few reads, however unusual they are", () => {
  assert.deepEqual(rulesIn({ hours: [...habit(1), hour({ reads: LIMITS.readsWorthALook - 1 })] }), []);
});

test("holds somebody new against those with the same role, and nobody against those with another", () => {
  const roles = new Map([
    ["turid", ["firstLine"]],
    ["peer1", ["firstLine"]],
  ]);
  const hours = [...habit(20, peer(1)), hour({ reads: 60 })];
  assert.deepEqual(find({ hours, roles })[0]?.params, { reads: 60, roleHabit: 20 });
  assert.deepEqual(rulesIn({ hours, roles: new Map([...roles, ["peer1", ["manager"]]]) }), []);
});

test("says nothing where the role is as busy, though the person is not used to it", () => {
  const roles = new Map(["turid", "peer1"].map((id) => [id, ["firstLine"]]));
  const hours = [...habit(10), ...habit(40, peer(1)), hour({ reads: 70 })];
  assert.deepEqual(rulesIn({ hours, roles }), []);
});

test("tells of reads about the person's own self and about a colleague, by name", () => {
  const read = { actor: turid, day: MONDAY, times: 2, entries: [1, 2], object: { type: "alert", id: "4" } };
  const found = find({
    readsOfStaff: [
      { ...read, name: "Turid Nygård", isOwn: true },
      { ...read, name: "Ola Berg", isOwn: false },
    ],
  });
  assert.deepEqual(
    found.map(({ rule, params, object }) => [rule, params.name, object?.id]),
    [
      ["ownCase", "Turid Nygård", "4"],
      ["colleaguesCase", "Ola Berg", "4"],
    ],
  );
});

test("tells of reads at night and in weekends once there are some", () => {
  assert.deepEqual(rulesIn({ hours: [hour({ hour: 2, reads: LIMITS.readsOutside })] }), ["outsideHours"]);
  assert.deepEqual(rulesIn({ hours: [hour({ hour: 2, reads: LIMITS.readsOutside - 1 })] }), []);
  assert.deepEqual([isOutsideHours("2026-01-31", 12), isOutsideHours(MONDAY, 12)], [true, false]);
  assert.deepEqual(
    [isOutsideHours(MONDAY, 5), isOutsideHours(MONDAY, 6), isOutsideHours(MONDAY, 20)],
    [true, false, true],
  );
});

test("tells of every emergency opening, and of refusals that repeat in a day", () => {
  assert.deepEqual(rulesIn({ hours: [hour({ openings: 1 })] }), ["breakGlass"]);
  const refused = (times: number) => hour({ refusals: times });
  assert.deepEqual(rulesIn({ hours: [refused(LIMITS.refusalsInADay - 1)] }), []);
  assert.deepEqual(rulesIn({ hours: [refused(3), hour({ hour: 11, refusals: 2 })] }), ["repeatedRefusals"]);
});

test("judges no day before the period, and puts the newest first", () => {
  const hours = [
    hour({ day: "2026-01-30", openings: 1 }),
    hour({ openings: 1 }),
    hour({ day: "2026-02-03", openings: 1 }),
  ];
  assert.deepEqual(
    find({ hours }).map(({ day }) => day),
    ["2026-02-03", MONDAY],
  );
});

test("finds the same whatever order the hours come in", () => {
  const hours = [
    ...habit(20),
    ...habit(15, peer(1)),
    hour({ reads: 90 }),
    hour({ hour: 23, reads: 9, refusals: 8 }),
  ];
  const said = (given: readonly ActivityHour[]) =>
    find({ hours: given })
      .map(({ rule, params }) => `${rule} ${JSON.stringify(params)}`)
      .sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(hours, { minLength: hours.length }), (shuffled) => {
      assert.deepEqual(said(shuffled), said(hours));
    }),
  );
});
