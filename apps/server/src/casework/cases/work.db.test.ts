import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  type CaseRow,
  caseRoutes,
  downloadAttachment,
  fillPath,
  ProblemError,
  type Role,
} from "@varde/contract";
import { sql } from "kysely";
import { type LoggedInCaller, loginAs } from "../../access/testing.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { createReadingThreads } from "../intake/index.ts";
import { openCase } from "./index.ts";
import { recomputePriority } from "./jobs/recompute-priority.ts";
import { refreshStandings } from "./jobs/refresh-standings.ts";
import { remindOfDeadlines } from "./jobs/remind-of-deadlines.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "./testing.ts";

const threads = createReadingThreads();
after(() => threads.close());
const { app, db, clock } = await buildCasesServer(
  { after },
  { reader: { read: (bytes) => threads.read(bytes, []) } },
);
const parts = casesParts(db.app, clock);
const NAMES = ["Lindqvist", "Hansen", "Åsheim", "Nguyen"];
const cases: number[] = [];
let ingrid: LoggedInCaller;
let jonas: LoggedInCaller;

before(async () => {
  const people = NAMES.map((surname, which) => ({ hprNumber: 8_000_001 + which, surname, forename: "Kari" }));
  await loadPeople(db.app, clock, people);
  for (const { hprNumber } of people) {
    const alertIds = [await confirmAlert(db.app, hprNumber)];
    const opened = await openCase(parts, { hprNumber, alertIds, by: { robot: "test" } });
    assert.ok(!isRefusal(opened));
    cases.push(opened.caseId);
  }
  ingrid = await loginAs(app, "firstLine");
  jonas = await loginAs(app, "firstLine", { subject: "Jonas Myrvold" });
});

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError, "it was not refused");
  return error.problem.code;
};
const list = async ({ call }: LoggedInCaller, query: object = {}): Promise<CaseRow[]> =>
  (await call(caseRoutes.listCases, { query })).rows;
const seen = (rows: readonly CaseRow[]) => rows.map(({ id, lastAct }) => ({ id, lastAct }));
const ids = (rows: readonly CaseRow[]) => rows.map(({ id }) => id);

test("the day begins with mine, unassigned and overdue; lists and filters say which", async () => {
  assert.deepEqual(ids(await list(ingrid)), cases);
  assert.deepEqual(await list(ingrid, { list: "mine" }), []);
  assert.deepEqual(ids(await list(ingrid, { search: "åsh" })), [cases[2]]);
  assert.deepEqual(ids(await list(ingrid, { search: "2026-0002" })), [cases[1]]);
  assert.deepEqual(await list(ingrid, { stage: "closed", list: "all" }), []);
  assert.equal((await ingrid.call(caseRoutes.nextCase, {})).id, cases[0]);
  assert.equal((await ingrid.call(caseRoutes.nextCase, { query: { after: cases[0] } })).id, cases[1]);
});

test("the cases of a person and of an alert are found, also when nobody asks for a list", async () => {
  const about = async (query: object) => ids((await ingrid.call(caseRoutes.listCasesAbout, { query })).rows);
  assert.deepEqual(await about({ hpr: 8_000_002 }), [cases[1]]);
  const { rows } = await sql<{ alert: number }>`
    select alert_id as alert from casework.case_alerts where case_id = ${cases[2]}`.execute(db.app);
  assert.deepEqual(await about({ alert: rows[0]?.alert }), [cases[2]]);
  assert.deepEqual(await about({}), []);
});

test("the queue is read page by page, each case once", async () => {
  const found: number[] = [];
  let next: string | undefined;
  do {
    const page = await ingrid.call(caseRoutes.listCases, {
      query: { limit: 3, ...(next && { after: next }) },
    });
    found.push(...ids(page.rows));
    next = page.next ?? undefined;
  } while (next);
  assert.deepEqual(found, cases);
  const unknown = ingrid.call(caseRoutes.listCases, { query: { after: "nowhere" } });
  assert.equal(await codeOf(unknown), "unknownPlaceInList");
});

test("a bulk act is judged case by case, and undone where nobody has acted since", async () => {
  const rows = await list(ingrid);
  const [first, second, third] = seen(rows);
  const stale = { ...third!, lastAct: third!.lastAct - 1 };
  const body = { cases: [first!, second!, stale], act: { act: "take" as const } };
  const bulk = await ingrid.call(caseRoutes.actOnCases, { body });
  assert.deepEqual(bulk.done, cases.slice(0, 2));
  assert.deepEqual(
    bulk.refused.map(({ id, code }) => [id, code]),
    [[cases[2], "caseChangedMeanwhile"]],
  );
  assert.deepEqual(ids(await list(ingrid, { list: "mine" })), cases.slice(0, 2));
  const [mine] = await list(ingrid, { list: "mine" });
  const flag = { act: "setFlag", flag: "media", reason: "Omtalt" } as const;
  await ingrid.call(caseRoutes.actOnCase, {
    params: { id: mine!.id },
    body: { act: flag, lastAct: mine!.lastAct },
  });
  assert.equal(
    await codeOf(jonas.call(caseRoutes.undoBulk, { params: { bulkId: bulk.bulkId } })),
    "noSuchBulk",
  );
  const undone = await ingrid.call(caseRoutes.undoBulk, { params: { bulkId: bulk.bulkId } });
  assert.deepEqual([undone.done, undone.refused.map(({ code }) => code)], [[cases[1]], ["actedOnSince"]]);
  assert.deepEqual(ids(await list(ingrid, { list: "mine" })), [cases[0]]);
});

test("a case is given to somebody who can work on it, and to nobody else", async () => {
  const owner = await loginAs(app, "processOwner");
  const second = await loginAs(app, "secondLine");
  const assign = async (personId: string) => {
    const params = { id: cases[3]! };
    const { case: row } = await owner.call(caseRoutes.getCase, { params });
    const act = { act: "assign", personId } as const;
    return owner.call(caseRoutes.actOnCase, { params, body: { act, lastAct: row.lastAct } });
  };
  assert.equal(await codeOf(assign(second.person.id)), "officerCannotHaveCase");
  assert.equal(await codeOf(assign("00000000-0000-4000-8000-000000000000")), "noSuchOfficer");
  assert.equal((await assign(jonas.person.id)).case.assignee?.name, "Jonas Myrvold");
  const bulk = {
    cases: seen(await list(jonas, { list: "mine" })),
    act: { act: "give" as const, personId: owner.person.id },
  };
  assert.deepEqual((await jonas.call(caseRoutes.actOnCases, { body: bulk })).done, [cases[3]]);
});

test("what an act refers to must be in the case", async () => {
  const params = { id: cases[2]! };
  const { case: row } = await ingrid.call(caseRoutes.getCase, { params });
  const act = { act: "receiveRenunciation", receivedOn: "2026-02-02", attachmentId: 99 } as const;
  const asked = ingrid.call(caseRoutes.actOnCase, { params, body: { act, lastAct: row.lastAct } });
  assert.equal(await codeOf(asked), "attachmentNotInCase");
});

test("cases of somebody away fall to the stand-in, and stand as unassigned where there is none", async () => {
  assert.deepEqual(ids(await list(jonas, { list: "unassigned" })), cases.slice(1, 3));
  const period = { from: "2026-02-02T00:00:00Z", until: "2026-02-09T00:00:00Z" };
  const forOther = { personId: ingrid.person.id, ...period };
  assert.equal(await codeOf(jonas.call(caseRoutes.recordAbsence, { body: forOther })), "permissionMissing");
  const { officers } = await ingrid.call(caseRoutes.recordAbsence, { body: forOther });
  assert.ok(officers.find(({ id }) => id === ingrid.person.id)?.absentUntil);
  assert.deepEqual(ids(await list(jonas, { list: "unassigned" })), cases.slice(0, 3));
  assert.ok((await list(jonas, { list: "all" }))[0]?.assigneeAbsent);
  await sql`
    insert into access.stand_ins (absent_id, stand_in_id, from_at, until_at, reason, given_by, given_at)
    values (${ingrid.person.id}, ${jonas.person.id}, ${period.from}, ${period.until}, 'Ferie', '{}', ${period.from})`.execute(
    db.app,
  );
  assert.deepEqual(ids(await list(jonas, { list: "unassigned" })), cases.slice(1, 3));
  assert.deepEqual(ids(await list(jonas, { list: "mine" })), [cases[0]]);
  await ingrid.call(caseRoutes.endAbsence, { params: { personId: ingrid.person.id } });
  assert.equal((await list(jonas, { list: "all" }))[0]?.assigneeAbsent, false);
});

test("who is mentioned in a note is told, once for each request", async () => {
  const params = { id: cases[0]! };
  const requestId = "11111111-1111-4111-8111-111111111111";
  const body = { text: "Se på dette", mentions: [jonas.person.id], requestId };
  await ingrid.call(caseRoutes.addNote, { params, body });
  const view = await ingrid.call(caseRoutes.addNote, { params, body });
  assert.deepEqual(
    view.notes.map(({ text, by }) => [text, by.name]),
    [["Se på dette", ingrid.person.name]],
  );
  const { mentions, unread } = await jonas.call(caseRoutes.listMentions);
  assert.equal(unread, 1);
  const read = await jonas.call(caseRoutes.readMentions, { body: { ids: mentions.map(({ id }) => id) } });
  assert.equal(read.unread, 0);
});

test("a note that mentions somebody unknown is refused, and nothing of it is kept", async () => {
  const body = { text: "Se på dette", mentions: [jonas.person.id, "00000000-0000-4000-8000-000000000000"] };
  const params = { id: cases[1]! };
  assert.equal(await codeOf(ingrid.call(caseRoutes.addNote, { params, body })), "noSuchOfficer");
  assert.deepEqual((await ingrid.call(caseRoutes.getCase, { params })).notes, []);
});

test("a task is for its owner, keeps the case from closing, and is done once", async () => {
  const params = { id: cases[1]! };
  const task = { title: "Ring Sosialstyrelsen", ownerId: jonas.person.id, due: "2026-02-05T12:00:00Z" };
  await ingrid.call(caseRoutes.addTask, { params, body: task });
  const { tasks } = await jonas.call(caseRoutes.listMyTasks);
  assert.deepEqual(
    tasks.map(({ title, number }) => [title, number]),
    [["Ring Sosialstyrelsen", "2026-0002"]],
  );
  const done = { params: { id: cases[1]!, taskId: tasks[0]!.id } };
  const view = await jonas.call(caseRoutes.completeTask, done);
  assert.equal(view.tasks[0]?.doneBy?.name, "Jonas Myrvold");
  assert.equal(await codeOf(jonas.call(caseRoutes.completeTask, done)), "taskAlreadyDone");
});

const openNumbers = (id: number, caller = ingrid) =>
  caller.call(caseRoutes.openCaseNumbers, {
    params: { id },
    body: { purpose: "Lese vedtaket fra avsenderen" },
  });

async function upload(files: Readonly<Record<string, string | Buffer>>, caller = ingrid): Promise<Response> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append("files", new Blob([content]), name);
  return caller.fetch(`/api/cases/${cases[0]}/attachments?language=sv`, {
    method: "POST",
    body: form,
    headers: { "x-csrf-token": caller.csrfToken },
  });
}

test("a file is kept as it came and read as text; programs, empty files and the same file again are refused", async () => {
  const answer = await upload({
    "beslut.html": "<html><script>alert(1)</script><p>Beslut om återkallelse av legitimationen</p></html>",
    "brev.exe": "MZ whatever",
    "tom.txt": "",
    "samme.html": "<html><script>alert(1)</script><p>Beslut om återkallelse av legitimationen</p></html>",
  });
  const { added, refused } = (await answer.json()) as {
    added: { id: number; fileName: string; mediaType: string; language: string; pages: number }[];
    refused: object[];
  };
  assert.deepEqual(
    added.map(({ fileName, mediaType, language, pages }) => [fileName, mediaType, language, pages]),
    [["beslut.html", "text/html", "sv", 1]],
  );
  assert.deepEqual(refused, [
    { fileName: "brev.exe", code: "fileIsProgram" },
    { fileName: "tom.txt", code: "fileEmpty" },
    { fileName: "samme.html", code: "fileAlreadyInCase" },
  ]);
  const params = { id: cases[0]!, attachmentId: added[0]!.id };
  const { pages } = await ingrid.call(caseRoutes.previewAttachment, { params });
  assert.deepEqual(pages, ["Beslut om återkallelse av legitimationen"]);
  const download = () => ingrid.fetch(fillPath(downloadAttachment.path, params));
  assert.equal((await download()).status, 409);
  await openNumbers(params.id);
  const file = await download();
  assert.match(file.headers.get("content-disposition") ?? "", /^attachment/);
  assert.match(await file.text(), /<script>/);
});

test("identity numbers in a file are masked, and the file is kept back, until those of the case are opened", async () => {
  const answer = await upload({ "nummer.txt": "Født 15829945476" });
  const { added } = (await answer.json()) as { added: { id: number }[] };
  const params = { id: cases[0]!, attachmentId: added[0]!.id };
  const preview = async () => (await jonas.call(caseRoutes.previewAttachment, { params })).pages.join();
  const download = () => jonas.fetch(fillPath(downloadAttachment.path, params));
  assert.equal(await preview(), "Født 158299*****");
  const kept = await download();
  assert.deepEqual(
    [kept.status, ((await kept.json()) as { code: string }).code],
    [409, "identityNumbersMasked"],
  );
  await openNumbers(params.id, jonas);
  assert.equal(await preview(), "Født 15829945476");
  assert.equal(await (await download()).text(), "Født 15829945476");
  assert.notEqual((await jonas.call(caseRoutes.getCase, { params })).numbersOpenUntil, null);
});

test("search finds cases, alerts and documents by the stems of Norwegian words", async () => {
  const kinds = async (words: string, caller = ingrid) =>
    (await caller.call(caseRoutes.search, { query: { words } })).hits.map(({ kind }) => kind);
  assert.deepEqual(await kinds("legitimationen"), ["document"]);
  assert.deepEqual(await kinds("nguyen"), ["case"]);
  assert.ok((await kinds("suspension")).every((kind) => kind === "alert"));
  await ingrid.call(caseRoutes.addNote, {
    params: { id: cases[3]! },
    body: { text: "Flere autorisasjoner" },
  });
  assert.deepEqual(await kinds("autorisasjon"), ["case"]);
  assert.deepEqual(await kinds("' or 1=1 --"), []);
});

test("what is shut to somebody, or another unit's, is found by no list and no search", async () => {
  const other = await loginAs(app, "secondLine");
  assert.deepEqual(await list(other, { list: "all" }), []);
  assert.deepEqual((await other.call(caseRoutes.search, { query: { words: "legitimationen" } })).hits, []);
  assert.equal(
    await codeOf(other.call(caseRoutes.getCase, { params: { id: cases[0]! } })),
    "caseOfOtherUnit",
  );
  await sql`
    insert into access.exclusions (person_id, case_id, reason, given_by, given_at)
    values (${jonas.person.id}, ${cases[0]}, 'Bror', '{}', now())`.execute(db.app);
  assert.deepEqual(ids(await list(jonas, { list: "all" })), cases.slice(1));
  assert.deepEqual((await jonas.call(caseRoutes.search, { query: { words: "legitimationen" } })).hits, []);
  const note = { params: { id: cases[0]! }, body: { text: "Hei" } };
  assert.equal(await codeOf(jonas.call(caseRoutes.addNote, note)), "excludedFromCase");
  const { rows } = await sql`select from platform.audit where act = 'refusedAttempt'`.execute(db.app);
  assert.ok(rows.length >= 2);
});

test("the auditor reads and does nothing", async () => {
  const auditor = await loginAs(app, "auditor" satisfies Role);
  assert.equal((await list(auditor, { list: "all" })).length, 4);
  const view = await auditor.call(caseRoutes.getCase, { params: { id: cases[0]! } });
  assert.ok(Object.values(view.abilities).every(({ allowed }) => !allowed));
});

test("clocks are told of once before and once after they run out, in office hours only", async () => {
  const published: string[] = [];
  const telling = {
    ...parts,
    jobs: { publish: async (_tx: unknown, { type }: { type: string }) => published.push(type) },
  };
  clock.move("2026-02-03T20:00:00Z");
  assert.equal(await remindOfDeadlines(telling), 0);
  clock.move("2026-02-04T09:00:00Z");
  await remindOfDeadlines(telling);
  clock.move("2026-02-20T09:00:00Z");
  await remindOfDeadlines(telling);
  await remindOfDeadlines(telling);
  assert.ok(published.includes("caseDeadlinePassed"));
  assert.equal(published.filter((type) => type === "caseDeadlinePassed").length, cases.length);
});

test("a day that passes lets cases stand as late without anybody acting", async () => {
  assert.equal(await refreshStandings(parts), cases.length);
  ingrid = await loginAs(app, "firstLine");
  assert.ok((await list(ingrid, { list: "overdue" })).length > 0);
});

test("a priority follows the facts unless an officer has overridden it", async () => {
  const [caseId] = cases;
  const act = async (given: object) => {
    const { case: row } = await ingrid.call(caseRoutes.getCase, { params: { id: caseId! } });
    const body = { act: given as never, lastAct: row.lastAct };
    return ingrid.call(caseRoutes.actOnCase, { params: { id: caseId! }, body });
  };
  await act({ act: "recordLookUp", register: "population", purpose: "Oppslag", answer: "found" });
  await act({ act: "recordLookUp", register: "employer", purpose: "Oppslag", answer: "notFound" });
  const low = await act({ act: "setPriority" });
  const evidence = { worksInNorway: "yes", worksWithPatients: "yes" };
  await act({ act: "recordLookUp", register: "employer", purpose: "Oppslag", answer: "found", evidence });
  const recompute = () => db.app.transaction().execute((tx) => recomputePriority(tx, parts, caseId!));
  assert.equal(await recompute(), true);
  const now = await ingrid.call(caseRoutes.getCase, { params: { id: caseId! } });
  assert.notEqual(now.case.priority, low.case.priority);
  await act({ act: "overridePriority", priority: "low", reason: "Er kjent og fulgt opp" });
  assert.equal(await recompute(), false);
});
