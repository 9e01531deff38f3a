import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caseRoutes, identificationRoutes } from "@varde/contract";
import { inventPeople } from "@varde/linkage/invented";
import { sql } from "kysely";
import { loginAs } from "../../../apps/server/src/access/testing.ts";
import { identifyAlerts } from "../../../apps/server/src/casework/identification/index.ts";
import { registerVersion, reportOf } from "../../../apps/server/src/casework/identification/testing.ts";
import { loadRegister } from "../../../apps/server/src/casework/registers/index.ts";
import { entryOf, writeExtract } from "../../../apps/server/src/casework/registers/testing.ts";
import { jobActor } from "../../../apps/server/src/platform/audit/index.ts";
import type { WholeServer } from "../whole-server.ts";

/** Cases by where they stand: with the first line, with the second, and between them on offer. */
export interface SeededCases {
  readonly firstLine: number;
  readonly secondLine: number;
  readonly handover: number;
}

/** Where a case is put. */
export interface Standing {
  readonly state: { readonly stage: string };
  readonly units: readonly string[];
}

/** Invented people; the cases of `seedCases` are about the first three, in the order of the cases. */
export const CASE_PEOPLE = [...inventPeople({ seed: "cases", count: 6 })];
const DONE = { by: { actor: { id: "robot", name: "Roboten" }, robot: true }, at: "2026-02-02T08:00:00.000Z" };

const standing = (stage: string, rest: object) => ({ stage, ...rest });

const FIRST: Standing = { state: standing("triage", {}), units: ["foerstelinje"] };
const SECOND: Standing = {
  state: standing("assessment", { accepted: DONE, reconsidered: null }),
  units: ["andrelinje"],
};
const BOTH: Standing = {
  state: standing("handover", { offered: DONE, note: "" }),
  units: ["foerstelinje", "andrelinje"],
};

/** Opens one case of each kind about invented people, and puts it where it is to stand, past the rules of the procedure. */
export async function seedCases(whole: WholeServer): Promise<SeededCases> {
  await loadCasePeople(whole);
  return {
    firstLine: await openCaseAt(whole, CASE_PEOPLE[0]!, FIRST),
    secondLine: await openCaseAt(whole, CASE_PEOPLE[1]!, SECOND),
    handover: await openCaseAt(whole, CASE_PEOPLE[2]!, BOTH),
  };
}

/** Opens a case about a person and puts it where it is to stand. Returns its id. */
export async function openCaseAt(
  { app, installation: { db, parts } }: WholeServer,
  person: (typeof CASE_PEOPLE)[number],
  { state, units }: Standing,
): Promise<number> {
  const owner = await loginAs(app, "processOwner");
  const { alertId, versionId } = await registerVersion(db.app, reportOf(person));
  await identifyAlerts(parts);
  const hprNumber = Number(person.id);
  const reason = "Samme navn, fødselsdato og yrke";
  const decision = { decision: "confirm", hprNumber, reason, versionId, lastDecision: null } as const;
  await owner.call(identificationRoutes.decideIdentity, { params: { id: alertId }, body: decision });
  const opened = await owner.call(caseRoutes.openCase, { body: { hprNumber, alertIds: [alertId], reason } });
  const { id } = opened.case;
  await sql`update casework.cases set stage = ${state.stage}, units = ${units} where id = ${id}`.execute(
    db.app,
  );
  await sql`update casework.case_facts set facts = jsonb_set(facts, '{state}', ${JSON.stringify(state)}::text::jsonb)
    where case_id = ${id}`.execute(db.app);
  return id;
}

/** Loads the invented people into the mirror of HPR. */
export async function loadCasePeople({ installation: { parts } }: WholeServer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "varde-case-people-"));
  try {
    const path = join(folder, "hpr.jsonl");
    await writeExtract(path, CASE_PEOPLE.map(entryOf));
    await loadRegister(parts, { path, kind: "full", actor: jobActor("test") });
  } finally {
    await rm(folder, { recursive: true });
  }
}
