import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after } from "node:test";
import { type AccessReport, type Person, type ProblemError, privacyRoutes } from "@varde/contract";
import { sql } from "kysely";
import { registerVersion } from "../casework/identification/testing.ts";
import { personActor, recordAudit } from "../platform/audit/index.ts";
import { fixedClock } from "../platform/clock/clock.ts";
import { buildTestServer } from "../platform/http/testing.ts";
import { createTestDatabase } from "../platform/testing/index.ts";
import { privacyRouteModule } from "./index.ts";
import { describedColumns } from "./inventory/columns.sql.ts";
import { sensitivityOf } from "./inventory/personal-columns.rules.ts";

const clock = fixedClock("2026-02-02T09:00:00Z");
const db = await createTestDatabase({ after });
const server = await buildTestServer({ after } as never, {
  routes: [privacyRouteModule({ db: db.app, clock })],
});
const owner = server.loginAs("makeAccessReports", "recordCorrections", "answerCorrections");
const purpose = "Krav om innsyn mottatt 1. februar";
const SARA = {
  hpr: 1000003,
  nationalId: "09856712345",
  forename: "Sara",
  surname: "Lindqvist",
  birthDate: "1967-05-09",
};
const OTHER = {
  hpr: 1000011,
  nationalId: "01818054321",
  forename: "Kjell",
  surname: "Tveitsund",
  birthDate: "1980-01-01",
};

async function registerPerson({ hpr, nationalId, forename, surname, birthDate }: typeof SARA): Promise<void> {
  await sql`
    insert into casework.register_loads (kind, file_name, sha256, state, started_at, actor, finished_at)
    select 'full', 'hpr.jsonl', repeat('a', 64), 'done', now(), '{"kind":"job","name":"test"}', now()
    where not exists (select from casework.register_loads)`.execute(db.app);
  await sql`
    insert into casework.register_people (hpr_number, forename, surname, birth_date, national_id, entry, entry_hash, load_id, changed_at)
    select ${hpr}, ${forename}, ${surname}, ${birthDate}, ${nationalId},
      ${JSON.stringify({ person: { fornavn: forename, etternavn: surname } })}::text::jsonb, 'x', id, now()
    from casework.register_loads`.execute(db.app);
}

await registerPerson(SARA);
await registerPerson(OTHER);
const hers = await registerVersion(db.app, { ...SARA, alertNumber: "SE-2026-7" });
const his = await registerVersion(db.app, { ...OTHER, alertNumber: "NO-2026-99" });
await sql`
  with run as (
    insert into casework.match_runs (alert_id, version_id, cause, engine_version, model_version, register_version, outcome, at)
    values (${his.alertId}, ${his.versionId}, 'registered', '1', '1', 1, 'probable', now()) returning id
  ) insert into casework.candidates (run_id, rank, hpr_number, probability, bits, outcome, keys, explanation)
  select id, 1, ${SARA.hpr}, 0.2, 1, 'probable', '{}', '{"asked":"Tveitsund"}' from run`.execute(db.app);
await recordAudit(db.app, {
  at: clock.now(),
  actor: personActor({ id: "x", name: "Ingvild Fossheim" } as Person),
  act: "readAlert",
  object: { type: "alert", id: String(hers.alertId) },
});

const reportOn = (subject: object): Promise<AccessReport> =>
  owner.call(privacyRoutes.makeAccessReport, { body: { subject, purpose } as never });
const sectionOf = ({ sections }: AccessReport, source: string) =>
  sections.find((section) => section.source === source)?.records ?? [];
const codeOf = (code: string) => (error: ProblemError) => error.problem.code === code;

test("a report finds the same person by HPR number, identity number, and name with birth date", async () => {
  for (const subject of [
    { hprNumber: SARA.hpr },
    { nationalId: SARA.nationalId },
    { surname: "LINDQVIST", forename: SARA.forename, birthDate: SARA.birthDate },
  ]) {
    const { about } = await reportOn(subject);
    assert.deepEqual([about.hprNumbers, about.alerts], [[SARA.hpr], [hers.alertId]]);
  }
});

test("a report holds what every source has about the person, with purpose, basis and retention", async () => {
  const report = await reportOn({ hprNumber: SARA.hpr });
  assert.equal(sectionOf(report, "register")[0]?.nationalId, SARA.nationalId);
  assert.equal(sectionOf(report, "alerts")[0]?.alertNumber, "SE-2026-7");
  assert.equal(sectionOf(report, "messages").length, 1);
  assert.equal(sectionOf(report, "candidates").length, 1, "also where she was proposed for another's alert");
  assert.deepEqual(
    sectionOf(report, "looks")
      .map(({ act }) => act)
      .slice(0, 1),
    ["readAlert"],
  );
  assert.ok(
    report.sections.every(({ purpose: why, legalBasis, retention }) => why && legalBasis && retention),
  );
});

test("a report names neither other people abroad nor those who work here", async () => {
  const said = JSON.stringify(await reportOn({ hprNumber: SARA.hpr }));
  for (const secret of [OTHER.surname, OTHER.nationalId, "NO-2026-99", "Ingvild Fossheim"])
    assert.ok(!said.includes(secret), secret);
});

test("a message that tells of several people is in the report without its subject line and its text", async () => {
  const reading = JSON.stringify({
    parts: [
      {
        path: "1",
        lines: [
          { line: 1, text: "Sara Lindqvist" },
          { line: 2, text: "Withdrawn" },
        ],
      },
    ],
  });
  await sql`
    insert into casework.message_readings (message_id, read_at, reading) values (${hers.messageId}, now(), ${reading}::text::jsonb)`.execute(
    db.app,
  );
  await sql`update casework.messages set subject = 'Lindqvist and Tveitsund' where id = ${hers.messageId}`.execute(
    db.app,
  );
  const [hersAlone] = sectionOf(await reportOn({ hprNumber: SARA.hpr }), "messages");
  assert.deepEqual(
    [hersAlone?.subject, hersAlone?.content],
    ["Lindqvist and Tveitsund", "Sara Lindqvist\nWithdrawn"],
  );
  await sql`
    insert into casework.alert_versions (alert_id, message_id, ordinal, kind, sent_as, recorded_at, fields, content_hash, document_hash)
    values (${his.alertId}, ${hers.messageId}, 2, 'update', 'update', now(), '{}', 'x', 'x')`.execute(db.app);
  const [message] = sectionOf(await reportOn({ hprNumber: SARA.hpr }), "messages");
  assert.deepEqual([message?.subject, message?.content, message?.namesOthers], [null, null, true]);
});

test("a message that repeats an alert is in the report, without its text where an entry may be about anyone", async () => {
  const repeat = await sql<{ id: number }>`
    insert into casework.messages (mailbox_id, source_key, original, size, subject, received_at, state_since)
    select mailbox_id, 'repeat', original, size, 'Purring', now(), now() from casework.messages limit 1 returning id`.execute(
    db.app,
  );
  const messageId = repeat.rows[0]?.id ?? 0;
  const reading = JSON.stringify({ parts: [], verdict: { entries: [{}] } });
  await sql`insert into casework.repeated_entries values (${messageId}, 1, ${hers.versionId})`.execute(
    db.app,
  );
  await sql`insert into casework.message_readings (message_id, read_at, reading) values (${messageId}, now(), ${reading}::text::jsonb)`.execute(
    db.app,
  );
  const last = async () => sectionOf(await reportOn({ hprNumber: SARA.hpr }), "messages").at(-1);
  assert.deepEqual([(await last())?.message, (await last())?.subject], [messageId, "Purring"]);
  const longer = JSON.stringify({ parts: [], verdict: { entries: [{}, {}] } });
  await sql`insert into casework.message_readings (message_id, read_at, reading) values (${messageId}, now(), ${longer}::text::jsonb)`.execute(
    db.app,
  );
  assert.deepEqual([(await last())?.subject, (await last())?.namesOthers], [null, true]);
});

test("about somebody who is not stored the report says so, and about a name of several people it asks which", async () => {
  const { about, sections } = await reportOn({ hprNumber: 7654321 });
  assert.deepEqual([about.hprNumbers, sections.flatMap(({ records }) => records)], [[], []]);
  await registerPerson({ ...SARA, hpr: 1000029, nationalId: "" });
  const { surname, forename, birthDate } = SARA;
  await assert.rejects(reportOn({ surname, forename, birthDate }), codeOf("severalPeople"));
  await sql`delete from casework.register_people where hpr_number = 1000029`.execute(db.app);
});

test("the document says the same in Norwegian, and runs nothing that stands in the data", async () => {
  await sql`update casework.register_people set earlier_names = '{"<script>alert(1)</script>"}' where hpr_number = ${SARA.hpr}`.execute(
    db.app,
  );
  const { document } = await reportOn({ hprNumber: SARA.hpr });
  assert.match(document, /<html lang="nb">.*Innsyn i opplysninger om deg/s);
  assert.match(document, /SE-2026-7/);
  assert.ok(!document.includes("<script>") && document.includes("&lt;script&gt;"));
});

test("making a report is an entry with its purpose, and takes somebody who has just proved who they are", async () => {
  await reportOn({ hprNumber: SARA.hpr });
  const { rows } = await sql`
    select purpose, object_type, object_id, actor ->> 'id' as actor from platform.audit where act = 'makeAccessReport' order by id desc limit 1
  `.execute(db.app);
  assert.deepEqual(rows, [
    { purpose, object_type: "registerPerson", object_id: String(SARA.hpr), actor: owner.person.id },
  ]);
  const stale = server.staleLoginAs("makeAccessReports");
  const asked = stale.call(privacyRoutes.makeAccessReport, { body: { subject: { hprNumber: 1 }, purpose } });
  await assert.rejects(asked, codeOf("stepUpRequired"));
});

test("a correction is recorded beside the data, answered once, and the data stay as they were", async () => {
  const object = { type: "alert", id: String(hers.alertId) } as const;
  const body = { object, field: "profession", statement: "Jeg har aldri vært lege." };
  const asked = await owner.call(privacyRoutes.requestCorrection, { body });
  assert.equal(asked.state, "requested");
  const answer = { annotate: true, answer: "Avsender har bekreftet at yrket er feil." };
  const params = { id: asked.id };
  const answered = await owner.call(privacyRoutes.answerCorrection, { params, body: answer });
  assert.deepEqual([answered.state, answered.answer], ["annotated", answer.answer]);
  await assert.rejects(
    owner.call(privacyRoutes.answerCorrection, { params, body: answer }),
    codeOf("correctionAnswered"),
  );
  const listed = await owner.call(privacyRoutes.listCorrections, {
    query: { objectType: "alert", objectId: object.id },
  });
  assert.deepEqual(listed.corrections, [answered]);
  assert.deepEqual(
    (await owner.call(privacyRoutes.listCorrections, { query: { unanswered: "true" as never } })).corrections,
    [],
  );
  assert.equal(
    sectionOf(await reportOn({ hprNumber: SARA.hpr }), "corrections")[0]?.statement,
    body.statement,
  );
  const { rows } =
    await sql`select profession from casework.alert_versions where alert_id = ${hers.alertId}`.execute(
      db.app,
    );
  assert.deepEqual(rows, [{ profession: null }]);
});

test("nothing can be corrected that is not stored", async () => {
  for (const id of ["999999", "x", "1; drop table access.corrections"]) {
    const body = { object: { type: "alert", id } as const, statement: "Dette er feil" };
    await assert.rejects(owner.call(privacyRoutes.requestCorrection, { body }), codeOf("nothingToCorrect"));
  }
  await assert.rejects(
    owner.call(privacyRoutes.answerCorrection, {
      params: { id: 9999 },
      body: { annotate: false, answer: "Nei takk" },
    }),
    codeOf("noSuchCorrection"),
  );
});

test("every table with personal data about people outside is in the report, or said here why not", async () => {
  const queries = readFileSync(new URL("report/records.sql.ts", import.meta.url), "utf8");
  const personal = new Set(
    (await describedColumns(db.app)).filter((one) => sensitivityOf(one) !== "none").map(({ table }) => table),
  );
  const astray = [...personal].filter(
    (table) => !queries.includes(table) && !(table in LEFT_OUT) && !table.startsWith("access."),
  );
  assert.deepEqual(astray, []);
});

/** Tables of the schema access are about those who work here, who see what concerns them in the pages. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "platform.originals":
    "whole messages may be about others; the report gives the hash of each, and officers can hand out the part",
  "platform.events": "numbers and codes of what the other sources tell",
  "casework.message_events": "states of messages and who moved them on",
  "casework.source_profiles": "who wrote a profile",
  "casework.register_loads": "who loaded the register",
  "casework.match_runs": "what changed between answers, whose newest is among the candidates",
  "casework.alert_identities": "where the decisions and candidates leave the alert now",
  "casework.alert_identity_states": "the history of the same",
  "casework.alerts_seen": "which officer has seen an answer",
  "casework.sweep_pauses": "who stopped the robot",
  "casework.identity_sweeps": "who started a sweep",
  "casework.case_facts": "what the acts of a case add up to",
  "casework.case_standings": "where a case stood, which its acts tell",
  "casework.case_tasks": "what officers have to do, told by the acts",
  "casework.case_mentions": "which officer was mentioned",
  "casework.case_absences": "which officer was away",
  "casework.case_links": "other cases, which may be about other people",
  "casework.case_deadlines": "days of the case, told by its acts",
};
