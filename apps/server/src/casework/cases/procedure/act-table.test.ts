import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ROLES } from "@varde/contract";
import { permissionsOf } from "../../../access/index.ts";
import { ACT_NAMES, type ActName } from "./acts/act-names.ts";
import type { ActingOfficer } from "./circumstances.ts";
import { type Abilities, type Ability, abilitiesOf } from "./judge-act.ts";
import { ROBOT } from "./testing/invented-officers.ts";
import { STANDING_NAMES, type StandingName, standingOf } from "./testing/standings.ts";

/**
 * The reviewed table: for every act who may do it, and for every point of a case's way whether it can be done there or
 * what stands against it. A change of the rules that the table does not say fails here.
 */
const TABLE = new URL("act-table.md", import.meta.url);

const ACTORS: readonly (readonly [string, ActingOfficer])[] = [
  ...ROLES.map(
    (role) =>
      [role, { person: { id: `new-${role}`, name: role }, permissions: permissionsOf([role]) }] as const,
  ),
  ["robot", ROBOT],
  ["nobody", { person: { id: "nobody", name: "Nobody" }, permissions: new Set() }],
];

/** How a verdict is told in the table: done, another stage, another phase, another side matter, or the criteria that lack. */
function token(ability: Ability): string {
  if (ability.allowed) return "ja";
  const codes = ability.reasons.map(({ code }) => code);
  const short: Readonly<Record<string, string>> = {
    permissionMissing: "rolle",
    notForRobot: "rolle",
    stageForbidsAct: "–",
    phaseForbidsAct: "fase",
    sideMatterForbidsAct: "side",
  };
  return codes.map((code) => short[code] ?? code).join(" ");
}

interface Row {
  readonly actors: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, string>;
}

function readTable(): ReadonlyMap<string, Row> {
  const [head = [], , ...rows] = readFileSync(TABLE, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.map(([act = "", actors = "", ...cells]) => [
      act,
      {
        actors: new Set(actors.split(", ")),
        cells: new Map(cells.map((cell, index) => [head[index + 2] ?? "", cell])),
      },
    ]),
  );
}

/** A row of the table as the rules give it, ready to be pasted into it once it is reviewed. */
function writeRow(act: ActName, verdicts: Verdicts): string {
  const may = ACTORS.map(([role]) => role).filter((role) =>
    STANDING_NAMES.some((name) => token(verdicts.get(name)!.get(role)![act]) !== "rolle"),
  );
  const cells = STANDING_NAMES.map((name) => token(verdicts.get(name)!.get(may[0] ?? "nobody")![act]));
  return `| ${[act, may.join(", "), ...cells].join(" | ")} |`;
}

type Verdicts = ReadonlyMap<StandingName, ReadonlyMap<string, Abilities>>;

test("every act × standing × role is allowed, or refused for the reason the reviewed table gives", () => {
  const table = readTable();
  assert.deepEqual([...table.keys()], [...ACT_NAMES], "the table has a row for every act, in order");
  const verdicts: Verdicts = new Map(
    STANDING_NAMES.map((name) => {
      const { facts, at } = standingOf(name);
      return [name, new Map(ACTORS.map(([role, actor]) => [role, abilitiesOf(facts, actor, at)]))];
    }),
  );
  let combinations = 0;
  const wrong = ACT_NAMES.filter((act) =>
    STANDING_NAMES.some((name) =>
      ACTORS.some(([role]) => {
        combinations += 1;
        const { actors, cells } = table.get(act)!;
        const reviewed = actors.has(role) ? cells.get(name) : "rolle";
        return token(verdicts.get(name)!.get(role)![act]) !== reviewed;
      }),
    ),
  ).map((act) => writeRow(act, verdicts));
  assert.deepEqual(wrong, [], "rows that the rules give and the table does not");
  assert.ok(combinations > 10_000, `${combinations} combinations were compared`);
});
