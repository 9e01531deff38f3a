import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { type AlertEntry, intakeRoutes, ProblemError, sourceProfileRoutes } from "@varde/contract";
import { sql } from "kysely";
import { buildTestServer } from "../../../platform/http/testing.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { ensureMailbox } from "../mailboxes/mailboxes.sql.ts";
import { drainIntake, settleIntake } from "../pipeline/drain-intake.ts";
import { receiveBatch } from "../pipeline/receive-batch.ts";
import { createReadingThreads } from "../reading-threads.ts";
import { ROBOT } from "../robot.ts";
import { createMessageReader } from "../source-profiles/message-reader.ts";
import { shipProfiles } from "../source-profiles/ship-profiles.ts";
import { arrivalOf, intakeForTests, inventEntry, type Said } from "../testing.ts";
import { intakeRouteModule } from "./index.ts";

const parts = intakeForTests(await createTestDatabase({ after }));
await shipProfiles(parts);
const threads = createReadingThreads();
after(() => threads.close());
const server = await buildTestServer({ after } as never, {
  routes: [intakeRouteModule(parts, { threads, mailboxes: [] })],
});
const officer = server.loginAs("readIntake", "handleIntake", "openIdentityNumbers");
await sql`insert into access.people (id, issuer, subject, name, roles, first_login_at, last_login_at)
  values (${officer.person.id}, 'test', 'officer', 'Ingrid Solbakken', '{firstLine}', now(), now())
`.execute(parts.db);
const owner = server.loginAs("readProfiles", "editProfiles", "readBalance", "runBalance");

const entry: AlertEntry = { kind: "alert", surname: "Berg", birthDate: "1970-01-02", profession: "LE" };

/** Takes in one message and lets it be decided; returns its id. */
async function message(name: string, said: Said): Promise<number> {
  const { id } = await ensureMailbox(parts.db, { kind: "folder", name: "box", address: "/box" });
  const { ids } = await receiveBatch(parts, id, [arrivalOf(name, said)], ROBOT);
  await drainIntake(parts);
  assert.ok(ids[0]);
  return ids[0];
}

/** The status and code a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "not refused";
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.status} ${error.problem.code}`;
    throw error;
  }
}

const openNumbers = (id: number) =>
  officer.call(intakeRoutes.openMessageNumbers, {
    params: { id },
    body: { purpose: "Lese det som sto i meldingen" },
  });

const audited = async () => {
  const { rows } = await sql<{
    act: string;
  }>`select act from platform.audit order by id desc limit 1`.execute(parts.db);
  return rows[0]?.act;
};

describe("a quarantined message", () => {
  test("is completed by an officer: what was read keeps its place, what was added is the officer's, and it is registered", async () => {
    const read = inventEntry({
      alertNumber: "C-1",
      birthDate: undefined,
      missing: ["birthDateOrIdentityNumber"],
    });
    const id = await message("incomplete", { entries: [read] });
    const completed = { ...entry, alertNumber: "C-1", surname: "Lindqvist" };
    const view = await officer.call(intakeRoutes.completeMessage, {
      params: { id },
      body: { entries: [completed], reason: "Telephone" },
    });
    assert.equal(view.message.state, "registered");
    const [registered] = view.entries;
    assert.deepEqual(
      [registered?.fields.surname?.from.part, registered?.fields.birthDate?.from.part],
      ["1", "officer"],
    );
    assert.ok(registered?.alertId);
    const completion = view.history.at(-1);
    assert.deepEqual([completion?.note, completion?.byCommandLine], ["Telephone", false]);
    assert.equal(view.abilities.complete.allowed, false);
    assert.equal(await audited(), "readMessage");
  });

  test("shows identity numbers masked, and keeps the number an officer leaves masked", async () => {
    const nationalId = {
      value: "15829945476",
      raw: "15829945476",
      from: { part: "1", label: "Personnummer" },
    };
    const { fields, ...read } = inventEntry({ alertNumber: "N-1", surname: undefined, missing: ["name"] });
    const id = await message("numbered", { entries: [{ ...read, fields: { ...fields, nationalId } }] });
    const seen = await officer.call(intakeRoutes.getMessage, { params: { id } });
    assert.equal(seen.entries[0]?.fields.nationalId?.value, "158299*****");
    assert.equal(JSON.stringify(seen).includes("15829945476"), false);
    const complete = (number: string) =>
      officer.call(intakeRoutes.completeMessage, {
        params: { id },
        body: { entries: [{ ...entry, alertNumber: "N-1", nationalId: number }], reason: "Telephone" },
      });
    assert.equal(await refusal(complete("158298*****")), "400 identityNumberMasked");
    await complete("158299*****");
    const { rows } = await sql<{ number: string }>`
      select fields -> 'nationalId' ->> 'value' as number from casework.alert_versions where message_id = ${id}
    `.execute(parts.db);
    assert.deepEqual(rows, [{ number: "15829945476" }]);
  });

  test("keeps the entries that were registered already when the rest is completed", async () => {
    const complete = inventEntry({ alertNumber: "D-1" });
    const lacking = inventEntry({ alertNumber: "D-2", surname: undefined, missing: ["name"] });
    const id = await message("partly", { entries: [complete, lacking] });
    const view = await officer.call(intakeRoutes.completeMessage, {
      params: { id },
      body: { entries: [{ ...entry, alertNumber: "D-2" }], reason: "From the register" },
    });
    assert.equal(view.message.state, "registered");
    assert.equal(new Set(view.entries.map(({ alertId }) => alertId)).size, 2);
    assert.equal(view.message.alerts, 2);
  });

  test("is not completed without a name, nor as a change of an alert nobody knows, nor twice", async () => {
    const id = await message("unknown", { quarantined: "unknownSource" });
    const complete = (...entries: AlertEntry[]) =>
      officer.call(intakeRoutes.completeMessage, { params: { id }, body: { entries, reason: "because" } });
    assert.equal(await refusal(complete({ kind: "alert", birthDate: "1970" })), "400 missingMandatory");
    assert.equal(
      await refusal(complete({ ...entry, kind: "withdrawal", alertNumber: "NOBODY-1" })),
      "409 unknownReference",
    );
    await complete({ ...entry, alertNumber: "E-1" });
    assert.equal(await refusal(complete({ ...entry, alertNumber: "E-1" })), "409 messageStateForbidsAct");
    assert.equal(
      await refusal(officer.call(intakeRoutes.getMessage, { params: { id: 999_999 } })),
      "404 messageNotFound",
    );
  });

  test("that says what is known already becomes a duplicate of it", async () => {
    const first = await message("first", { quarantined: "brokenPdf" });
    const second = await message("second", { quarantined: "brokenPdf" });
    for (const id of [first, second])
      await officer.call(intakeRoutes.completeMessage, {
        params: { id },
        body: { entries: [{ ...entry, alertNumber: "F-1" }], reason: "typed in" },
      });
    const view = await officer.call(intakeRoutes.getMessage, { params: { id: second } });
    assert.deepEqual([view.message.state, view.duplicateOf], ["duplicate", first]);
  });

  test("is rejected with a reason, and can be read again", async () => {
    const id = await message("reject", { quarantined: "noAlertFound" });
    const rejected = await officer.call(intakeRoutes.rejectMessage, {
      params: { id },
      body: { reason: "An invitation" },
    });
    assert.deepEqual([rejected.message.state, rejected.message.reason], ["irrelevant", "rejectedByOfficer"]);
    const back = await officer.call(intakeRoutes.rereadMessage, { params: { id } });
    assert.equal(back.message.state, "received");
    await drainIntake(parts);
    const { message: now } = await officer.call(intakeRoutes.getMessage, { params: { id } });
    assert.equal(now.state, "quarantined");
  });

  test("of which a part is registered stays registered when the rest is rejected", async () => {
    const entries = [
      inventEntry({ alertNumber: "G-1" }),
      inventEntry({ alertNumber: "G-2", missing: ["name"] }),
    ];
    const id = await message("rest", { entries });
    const view = await officer.call(intakeRoutes.rejectMessage, {
      params: { id },
      body: { reason: "A heading" },
    });
    assert.equal(view.message.state, "registered");
  });
});

describe("taking in by hand", () => {
  test("registers an alert that came by telephone, and keeps what was written as the original", async () => {
    const { messageId } = await officer.call(intakeRoutes.enterAlert, {
      body: { entry: { ...entry, alertNumber: "H-1" }, source: "Telephone from Stockholm" },
    });
    const view = await officer.call(intakeRoutes.getMessage, { params: { id: messageId } });
    assert.deepEqual([view.message.state, view.message.fromName], ["registered", "Telephone from Stockholm"]);
    assert.equal(view.message.subject, "Ført for hånd: Telephone from Stockholm");
    await openNumbers(messageId);
    const original = await officer.fetch(`/api/intake/messages/${messageId}/original`);
    assert.match(original.headers.get("content-disposition") ?? "", /^attachment/);
    assert.equal(((await original.json()) as { source: string }).source, "Telephone from Stockholm");
    assert.equal(await audited(), "downloadOriginal");
  });

  test("lets a withdrawal of an unknown alert wait in quarantine", async () => {
    const { messageId } = await officer.call(intakeRoutes.enterAlert, {
      body: { entry: { ...entry, kind: "withdrawal", alertNumber: "H-9" }, source: "Letter" },
    });
    const { message: row } = await officer.call(intakeRoutes.getMessage, { params: { id: messageId } });
    assert.deepEqual([row.state, row.reason], ["quarantined", "unknownReference"]);
  });

  test("uploads files once, whatever their number, and hands parts out as files only", async () => {
    const mail = "Subject: x\r\nContent-Type: text/html\r\n\r\n<p>Hello <script>alert(1)</script></p>\r\n";
    const upload = async () => {
      const form = new FormData();
      form.append("files", new File([mail], "a.eml"));
      form.append("files", new File([`${mail}!`], "../../b.eml"));
      const answer = await officer.fetch("/api/intake/upload", { method: "POST", body: form });
      assert.equal(answer.status, 200);
      return ((await answer.json()) as { messages: { messageId: number; known: boolean }[] }).messages;
    };
    const first = await upload();
    assert.deepEqual(
      first.map(({ known }) => known),
      [false, false],
    );
    assert.deepEqual(
      await upload(),
      first.map((one) => ({ ...one, known: true })),
    );
    await settleIntake({ ...parts, reader: createMessageReader(parts, threads) });
    await openNumbers(first[0]?.messageId ?? 0);
    const part = await officer.fetch(`/api/intake/messages/${first[0]?.messageId}/parts/1`);
    assert.equal(part.status, 200);
    assert.match(part.headers.get("content-disposition") ?? "", /^attachment/);
    assert.equal(part.headers.get("content-type"), "application/octet-stream");
    assert.equal(await audited(), "downloadPart");
    const none = await officer.fetch(`/api/intake/messages/${first[0]?.messageId}/parts/7`);
    assert.equal(none.status, 404);
  });

  test("hands out originals and parts only while the identity numbers of the message are open", async () => {
    const { messageId } = await officer.call(intakeRoutes.enterAlert, {
      body: { entry: { ...entry, alertNumber: "H-2" }, source: "Letter" },
    });
    for (const file of ["original", "parts/1"]) {
      const address = `/api/intake/messages/${messageId}/${file}`;
      const masked = await officer.fetch(address);
      const { code } = (await masked.json()) as { code: string };
      assert.deepEqual([masked.status, code], [409, "identityNumbersMasked"], file);
      const auditor = await server.loginAs("readIntake").fetch(address);
      assert.equal(auditor.status, 403, file);
    }
    await openNumbers(messageId);
    assert.equal((await officer.fetch(`/api/intake/messages/${messageId}/original`)).status, 200);
  });

  test("refuses an upload without files", async () => {
    const answer = await officer.fetch("/api/intake/upload", { method: "POST", body: new FormData() });
    assert.equal(answer.status, 400);
  });
});

describe("the ledger", () => {
  test("shows quarantined messages first, page after page without gaps, and finds by every word", async () => {
    const seen: number[] = [];
    let after: number | undefined;
    do {
      const page = await officer.call(intakeRoutes.listMessages, { query: { limit: 3, after } });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const { rows, counts } = await officer.call(intakeRoutes.listMessages, { query: { limit: 200 } });
    assert.deepEqual(
      seen,
      rows.map(({ id }) => id),
    );
    assert.equal(
      rows.length,
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    );
    const last = rows.findLastIndex(({ state }) => state === "quarantined");
    assert.ok(rows.slice(0, last).every(({ state }) => state === "quarantined"));
    const found = await officer.call(intakeRoutes.listMessages, { query: { search: "telephone STOCK" } });
    assert.equal(found.rows.length, 1);
    assert.equal(await audited(), "searchMessages");
  });

  test("is balanced against the mailboxes on demand, and the result is kept", async () => {
    const balance = await owner.call(intakeRoutes.runBalance);
    assert.equal(balance.mailboxes.find(({ mailbox }) => mailbox === "box")?.reachable, false);
    assert.deepEqual((await owner.call(intakeRoutes.getBalance)).balance, balance);
  });
});

describe("a source profile", () => {
  const yaml = `name: try-out\nversion: 1\ntitle: Try-out\nfits:\n  senders: ["*@try.example"]\n`;

  test("is saved with its mistakes told by line, tested on stored messages, and only then switched on", async () => {
    const broken = await owner.call(sourceProfileRoutes.saveProfile, {
      body: { yaml: "name: X\nversion: one\n" },
    });
    assert.equal(broken.profile, null);
    assert.ok(broken.problems.some(({ line }) => line === 2));
    const { profile } = await owner.call(sourceProfileRoutes.saveProfile, { body: { yaml } });
    assert.equal(profile?.state, "draft");
    const key = { params: { name: "try-out", version: 1 } };
    assert.equal(await refusal(owner.call(sourceProfileRoutes.activateProfile, key)), "409 profileNotTested");
    const tested = await owner.call(sourceProfileRoutes.testProfile, key);
    assert.ok(tested.messages > 0);
    assert.equal((await owner.call(sourceProfileRoutes.activateProfile, key)).state, "active");
    const changed = await owner.call(sourceProfileRoutes.saveProfile, {
      body: { yaml: yaml.replace("Try-out", "Other") },
    });
    assert.deepEqual(
      changed.problems.map(({ line, code }) => [line, code]),
      [[2, "profile.versionTaken"]],
    );
  });

  test("must be tested again when its draft is changed", async () => {
    const draft = yaml.replace("version: 1", "version: 2");
    const key = { params: { name: "try-out", version: 2 } };
    await owner.call(sourceProfileRoutes.saveProfile, { body: { yaml: draft } });
    await owner.call(sourceProfileRoutes.testProfile, key);
    await owner.call(sourceProfileRoutes.saveProfile, {
      body: { yaml: draft.replace("Try-out", "Changed") },
    });
    assert.equal(await refusal(owner.call(sourceProfileRoutes.activateProfile, key)), "409 profileNotTested");
  });

  test("that is shipped is there from the start, and shipping it again changes nothing", async () => {
    const before = await owner.call(sourceProfileRoutes.listProfiles);
    assert.ok(before.profiles.some(({ shipped, state }) => shipped && state === "active"));
    await shipProfiles(parts);
    assert.deepEqual(await owner.call(sourceProfileRoutes.listProfiles), before);
  });
});
