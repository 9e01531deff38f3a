import assert from "node:assert/strict";
import test from "node:test";
import { type Problem, ProblemError, standingRoutes } from "@varde/contract";
import { sql } from "kysely";
import { openingsDoctorChecks } from "../openings/openings-doctor.ts";
import { buildStandingServer } from "./testing.ts";

const HOUR = 3_600_000;
const inHours = (clock: { now(): Date }, n: number) =>
  new Date(clock.now().getTime() + n * HOUR).toISOString();

/** The problem an act is refused with. */
async function refusal(act: Promise<unknown>): Promise<Problem> {
  const error = await act.then(
    () => assert.fail("was not refused"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError, String(error));
  return error.problem;
}

test("an emergency opening lets read for four hours, with an alarm and a trace in the same moment", async (t) => {
  const { db, clock, published, enter, as } = await buildStandingServer(t);
  const ingrid = await enter("Ingrid Solbakken", "firstLine");
  const turid = await enter("Turid Nygård", "processOwner");
  const { call } = await as(ingrid);
  const reason = "Legevakten ringer om personen akkurat nå";
  const opening = await call(standingRoutes.openInEmergency, { body: { caseId: 8, reason } });
  assert.equal(opening.until, inHours(clock, 4));
  assert.deepEqual(published, ["caseOpenedInEmergency case:8"]);
  assert.deepEqual((await call(standingRoutes.getStanding)).openedCases, [8]);
  const { rows } = await sql`select act, object_id, purpose from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [{ act: "openCaseInEmergency", object_id: "8", purpose: reason }]);

  const owner = await as(turid);
  const list = await owner.call(standingRoutes.listOpenings, { query: { unseen: "true" } });
  assert.deepEqual(
    list.openings.map(({ caseId, person, maySee }) => [caseId, person.name, maySee]),
    [[8, "Ingrid Solbakken", true]],
  );
  const seen = await owner.call(standingRoutes.noteOpening, { params: { id: opening.id } });
  assert.equal(seen.seen?.by, "Turid Nygård");
  assert.equal((await owner.call(standingRoutes.listOpenings, {})).unseen, 0);
  clock.move(new Date(clock.now().getTime() + 4 * HOUR));
  assert.deepEqual((await call(standingRoutes.getStanding)).openedCases, []);
});

test("an opening is ended early by the one who opened or by the process owner, by nobody else and only once", async (t) => {
  const { db, enter, as } = await buildStandingServer(t);
  const ingrid = await as(await enter("Ingrid Solbakken", "firstLine"));
  const jonas = await as(await enter("Jonas Myrvold", "firstLine"));
  const turid = await as(await enter("Turid Nygård", "processOwner"));
  const reason = "Legevakten ringer om personen akkurat nå";
  const open = () => ingrid.call(standingRoutes.openInEmergency, { body: { caseId: 8, reason } });
  const end = ({ call }: typeof ingrid, id: number) => call(standingRoutes.endOpening, { params: { id } });

  const own = await open();
  assert.equal(own.mayEnd, true);
  assert.equal((await refusal(end(jonas, own.id))).status, 403);
  const ended = await end(ingrid, own.id);
  assert.deepEqual([ended.ended?.by, ended.mayEnd, ended.seen], ["Ingrid Solbakken", false, null]);
  assert.deepEqual((await ingrid.call(standingRoutes.getStanding)).openedCases, []);
  assert.equal((await refusal(end(turid, own.id))).code, "openingOver");

  assert.equal((await end(turid, (await open()).id)).ended?.by, "Turid Nygård");
  assert.equal((await turid.call(standingRoutes.getStanding)).unseenOpenings, 2, "ended is not looked into");
  assert.equal((await jonas.call(standingRoutes.getStanding)).unseenOpenings, 0);
  assert.deepEqual(
    (await openingsDoctorChecks(db.app)).map(({ state, params }) => [state, params]),
    [["warning", { openings: 2 }]],
  );
});

test("refuses an emergency opening without a real reason, of a case one can read, and of one that does not exist", async (t) => {
  const { published, enter, as } = await buildStandingServer(t);
  const { call } = await as(await enter("Ingrid Solbakken", "firstLine"));
  const open = (caseId: number, reason = "Legevakten ringer om personen akkurat nå") =>
    refusal(call(standingRoutes.openInEmergency, { body: { caseId, reason } }));
  assert.equal((await open(8, "Det haster")).code, "invalidRequest");
  assert.equal((await open(7)).code, "caseReadableAlready");
  assert.equal((await open(99)).code, "noSuchCase");
  assert.deepEqual(published, []);
});

test("an opening is noted by neither the one who opened nor their stand-in", async (t) => {
  const { enter, as, clock } = await buildStandingServer(t);
  const ingrid = await enter("Ingrid Solbakken", "firstLine", "processOwner");
  const turid = await enter("Turid Nygård", "processOwner");
  const jonas = await enter("Jonas Myrvold", "firstLine");
  const { call } = await as(jonas);
  const reason = "Legevakten ringer om personen akkurat nå";
  const { id } = await call(standingRoutes.openInEmergency, { body: { caseId: 8, reason } });
  const standIn = { standInId: turid.id, until: inHours(clock, 8), reason: "kurs" };
  await call(standingRoutes.appointStandIn, { body: standIn });
  const asTurid = await as(turid);
  assert.equal(
    (await refusal(asTurid.call(standingRoutes.noteOpening, { params: { id } }))).code,
    "standInOfAuthor",
  );
  const asIngrid = await as(ingrid);
  await asIngrid.call(standingRoutes.noteOpening, { params: { id } });
});

test("somebody shut out of a case stays out: no emergency opens it, and they do not let themselves in again", async (t) => {
  const { enter, as, published } = await buildStandingServer(t);
  const ingrid = await enter("Ingrid Solbakken", "firstLine");
  const turid = await enter("Turid Nygård", "processOwner");
  const asIngrid = await as(ingrid);
  const asTurid = await as(turid);
  const body = { caseId: 8, personId: ingrid.id, reason: "Søster av den saken gjelder" };
  const exclusion = await asTurid.call(standingRoutes.excludeFromCase, { body });
  assert.deepEqual(published, ["officerExcluded case:8"]);
  const reason = "Legevakten ringer om personen akkurat nå";
  const opening = await refusal(
    asIngrid.call(standingRoutes.openInEmergency, { body: { caseId: 8, reason } }),
  );
  assert.deepEqual([opening.status, opening.code], [403, "excludedFromCase"]);
  assert.equal(
    (await refusal(asTurid.call(standingRoutes.excludeFromCase, { body }))).code,
    "alreadyExcluded",
  );

  const own = await asTurid.call(standingRoutes.excludeFromCase, {
    body: { caseId: 8, reason: "Naboen min" },
  });
  assert.equal(own.mayEnd, false);
  const end = (id: number) =>
    asTurid.call(standingRoutes.endExclusion, { params: { id }, body: { reason: "Feil sak" } });
  assert.equal((await refusal(end(own.id))).code, "ownExclusion");
  assert.equal((await end(exclusion.id)).ended?.by, "Turid Nygård");
  assert.equal((await refusal(end(exclusion.id))).code, "exclusionOver");
  assert.deepEqual((await asIngrid.call(standingRoutes.getStanding)).excludedCases, []);
});

test("officers shut themselves out, not others, and see their own exclusions alone", async (t) => {
  const { enter, as } = await buildStandingServer(t);
  const ingrid = await enter("Ingrid Solbakken", "firstLine");
  const amina = await enter("Amina Haddad", "secondLine");
  const asIngrid = await as(ingrid);
  await asIngrid.call(standingRoutes.excludeFromCase, { body: { caseId: 7, reason: "Kollega" } });
  const other = { caseId: 7, personId: amina.id, reason: "Kollega" };
  assert.equal((await refusal(asIngrid.call(standingRoutes.excludeFromCase, { body: other }))).status, 403);
  assert.equal((await asIngrid.call(standingRoutes.listExclusions, {})).exclusions.length, 1);
  const asAmina = await as(amina);
  assert.deepEqual((await asAmina.call(standingRoutes.listExclusions, {})).exclusions, []);
});

test("a person gives their own rights to a stand-in for a period, and either of the two ends it", async (t) => {
  const { db, enter, as, clock } = await buildStandingServer(t);
  const amina = await enter("Amina Haddad", "secondLine");
  const jonas = await enter("Jonas Myrvold", "firstLine");
  const appointed = await (await as(amina)).call(standingRoutes.appointStandIn, {
    body: { standInId: jonas.id, until: inHours(clock, 24), reason: "Sykt barn" },
  });
  assert.equal(appointed.state, "running");
  const asJonas = await as(jonas);
  const [absence] = (await asJonas.call(standingRoutes.getStanding)).standsInFor;
  assert.equal(absence?.person.name, "Amina Haddad");
  assert.ok(absence.permissions.includes("assessCases"));
  const away = (await asJonas.call(standingRoutes.listColleagues)).colleagues.find(
    ({ id }) => id === amina.id,
  );
  assert.equal(away?.awayUntil, inHours(clock, 24));
  await asJonas.call(standingRoutes.endStandIn, { params: { id: appointed.id } });
  assert.deepEqual((await asJonas.call(standingRoutes.getStanding)).standsInFor, []);
  assert.equal(
    (await refusal(asJonas.call(standingRoutes.endStandIn, { params: { id: appointed.id } }))).code,
    "standInOver",
  );
  const { rows } = await sql<{ act: string }>`select act from platform.audit order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ act }) => act),
    ["appointStandIn", "endStandIn"],
  );
});

test("only those with the right appoint for others, and never themselves", async (t) => {
  const { enter, as, clock } = await buildStandingServer(t);
  const amina = await enter("Amina Haddad", "secondLine");
  const jonas = await enter("Jonas Myrvold", "firstLine");
  const erik = await enter("Erik Strand", "manager");
  const appoint = async (by: typeof amina, absentId: string, standInId: string) =>
    (await as(by)).call(standingRoutes.appointStandIn, {
      body: { absentId, standInId, until: inHours(clock, 24), reason: "Sykdom" },
    });
  assert.equal((await refusal(appoint(jonas, amina.id, jonas.id))).code, "permissionMissing");
  assert.equal((await refusal(appoint(erik, amina.id, erik.id))).code, "appointsThemself");
  assert.equal((await appoint(erik, amina.id, jonas.id)).givenBy, "Erik Strand");
});

test("the reason for an absence is told to those it concerns and to nobody else", async (t) => {
  const { enter, as, clock } = await buildStandingServer(t);
  const amina = await enter("Amina Haddad", "secondLine");
  const jonas = await enter("Jonas Myrvold", "firstLine");
  const marit = await enter("Marit Foss", "governance");
  await (await as(amina)).call(standingRoutes.appointStandIn, {
    body: { standInId: jonas.id, until: inHours(clock, 24), reason: "Sykt barn" },
  });
  const reasonTo = async (reader: typeof amina) =>
    (await (await as(reader)).call(standingRoutes.listStandIns, {})).standIns[0]?.reason;
  assert.equal(await reasonTo(jonas), "Sykt barn");
  assert.equal(await reasonTo(marit), null);
});

test("units are added, moved and closed, and never below themselves", async (t) => {
  const { enter, as } = await buildStandingServer(t);
  const solveig = await enter("Solveig Bakke", "systemOwner");
  const ingrid = await enter("Ingrid Solbakken", "firstLine");
  const { call } = await as(solveig);
  const name = { nb: "Mottak", nn: "Mottak", en: "Intake" };
  await call(standingRoutes.addUnit, { body: { code: "mottak", parent: "foerstelinje", name } });
  const twice = call(standingRoutes.addUnit, { body: { code: "mottak", parent: null, name } });
  assert.equal((await refusal(twice)).code, "unitExists");
  const change = (code: string, parent: string | null, closed = false) =>
    call(standingRoutes.changeUnit, { params: { code }, body: { parent, name, closed } });
  assert.equal((await refusal(change("foerstelinje", "mottak"))).code, "unitBelowItself");
  assert.equal((await refusal(change("foerstelinje", "utland", true))).code, "unitHasUnitsBelow");
  const choose = (units: string[] | null) =>
    call(standingRoutes.chooseUnits, { params: { id: ingrid.id }, body: { units } });
  assert.deepEqual((await choose(["mottak", "mottak"])).units, ["mottak"]);
  assert.equal((await refusal(choose(["nowhere"]))).code, "noSuchUnit");
  await change("mottak", "utland", true);
  assert.deepEqual((await (await as(ingrid)).call(standingRoutes.getStanding)).units, []);
  assert.equal((await refusal(choose(["mottak"]))).code, "unitClosed");
  const byRole = await choose(null);
  assert.deepEqual([byRole.units, byRole.unitsChosen], [["foerstelinje"], false]);
  const { units } = await call(standingRoutes.listUnits);
  assert.deepEqual(
    units.map(({ code, members }) => [code, members.map((one) => one.name)]),
    [
      ["utland", []],
      ["andrelinje", []],
      ["foerstelinje", ["Ingrid Solbakken"]],
      ["mottak", []],
    ],
  );
});
