import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DEFAULT_LIMITS } from "./limits.ts";
import { loadShippedProfiles } from "./profiles/shipped.ts";
import { readMessage } from "./read-message.ts";
import { composeMail, entriesOf, readHtml, readMail, readText, valuesOf } from "./testing.ts";

const ALERT =
  "Alert number: SE-2026-1\nSurname: Berg\nForename: Anna\nDate of birth: 1 May 1970\nProfession: Nurse";
const INCOMPLETE = "Alert number: SE-2026-1\nForename: Anna\nProfession: Nurse";
const IMI = "IMI <noreply@imi.example>";
const profiles = loadShippedProfiles();

async function outcomeOf(text: string, mail: Parameters<typeof readText>[1] = {}): Promise<string> {
  const { verdict } = await readText(text, mail);
  return verdict.outcome === "alerts" ? "alerts" : `${verdict.outcome} ${verdict.reason}`;
}

test("reads a complete alert from a sender nobody knows", async () => {
  const reading = await readText(ALERT);
  assert.deepEqual([reading.verdict.outcome, reading.profile?.name], ["alerts", "generic"]);
});

test("tells a new alert, an update and a withdrawal apart by subject, heading or action", async () => {
  const cases: [string, string, string][] = [
    ["IMI New alert: SE-2026-1", ALERT, "alert"],
    ["IMI Alert modified: SE-2026-1", ALERT, "update"],
    ["Alert SE-2026-1 has been withdrawn", ALERT, "withdrawal"],
    ["[UPDATE] SE-2026-1", ALERT, "update"],
    ["SE-2026-1", `Warnmeldung zurückgezogen\n\n${ALERT}`, "withdrawal"],
    ["SE-2026-1", `Endret varsel\n\n${ALERT}`, "update"],
    ["SE-2026-1", `Message type: Withdrawal\n${ALERT}`, "withdrawal"],
    ["SE-2026-1", `${ALERT}\nNature of the measure: Withdrawal of the right to practise`, "alert"],
    ["SE-2026-1", `${ALERT}\nNature of the measure: Licence withdrawn`, "alert"],
  ];
  for (const [subject, text, kind] of cases)
    assert.equal(entriesOf(await readText(text, { subject }))[0]?.kind, kind, `${subject} ${text}`);
});

test("puts aside what evidently is no alert, and only that", async () => {
  assert.equal(
    await outcomeOf("I am away until Monday.", { subject: "Out of office" }),
    "irrelevant autoReply",
  );
  assert.equal(
    await outcomeOf("Jeg er på ferie til 3. august.", { subject: "Autosvar" }),
    "irrelevant autoReply",
  );
  assert.equal(
    await outcomeOf("Gone fishing", { headers: ["Auto-Submitted: auto-replied"] }),
    "irrelevant autoReply",
  );
  assert.equal(
    await outcomeOf("550 no such user", { from: "MAILER-DAEMON@mx.example", subject: "Undeliverable" }),
    "irrelevant deliveryReport",
  );
  assert.equal(
    await outcomeOf("Buy now. Date of birth: unknown.", { subject: "Special offer" }),
    "irrelevant noise",
  );
  assert.equal(await outcomeOf("Hello, a question.", { subject: "Question" }), "quarantined unknownSource");
  assert.equal(await outcomeOf("Hello, a question.", { from: IMI }), "quarantined noAlertFound");
  assert.equal(await outcomeOf("", { from: IMI }), "quarantined emptyMessage");
  assert.equal(
    await outcomeOf("Buy now!\nSurname: Berg\nDate of birth: 1 May 1970", { subject: "Special offer" }),
    "quarantined unknownSource",
  );
  assert.equal(await outcomeOf(INCOMPLETE), "quarantined missingMandatory");
  assert.equal(await outcomeOf(ALERT, { subject: "Out of office" }), "alerts");
});

test("makes one entry of the containers that tell of the same alert, and names what differs", async () => {
  const html = `<p>Alert number: SE-2026-1</p><p>Surname: Berg</p><p>Date of birth: 1 May 1970</p><p>Profession: Midwife</p>`;
  const reading = await readMail(
    [
      { type: "text/plain", content: ALERT },
      { type: "text/html", content: html },
    ],
    { multipart: "alternative" },
  );
  const [entry] = entriesOf(reading);
  assert.equal(entriesOf(reading).length, 1);
  assert.deepEqual(
    entry?.problems.map(({ field, code }) => [field, code]),
    [["profession", "conflicting"]],
  );
  assert.equal(valuesOf(entry)["forename"], "Anna");
});

test("lets an attachment win over the covering text", async () => {
  const xml =
    "<alert><alertNumber>SE-2026-1</alertNumber><surname>Bergh</surname><birthDate>1970-05-01</birthDate></alert>";
  const reading = await readMail(
    [
      { type: "text/plain", content: ALERT },
      { type: "application/xml", content: xml, fileName: "a.xml" },
    ],
    { from: IMI },
  );
  assert.equal(valuesOf(entriesOf(reading)[0])["surname"], "Bergh");
});

test("takes the alert number from the subject where the text has none", async () => {
  const reading = await readText(ALERT.replace(/^.*\n/, ""), { subject: "New alert SE-2026-00042-1B" });
  assert.equal(entriesOf(reading)[0]?.fields.alertNumber?.value, "SE-2026-00042-1B");
});

test("gives the same document hash for the same content, and another where a value differs", async () => {
  const hash = async (text: string) => entriesOf(await readText(text))[0]?.documentHash;
  assert.equal(await hash(ALERT), await hash(`${ALERT}\n`));
  assert.notEqual(await hash(ALERT), await hash(ALERT.replace("Nurse", "Midwife")));
});

test("quarantines two people under one alert number", async () => {
  assert.equal(
    await outcomeOf(`${ALERT}\n\n${ALERT.replace("Berg", "Dahl").replace("1970", "1980")}`),
    "quarantined conflictingFields",
  );
});

test("says what is wrong with a value and keeps its text", async () => {
  const [entry] = entriesOf(await readText(ALERT.replace("Nurse", "Baker").replace("1 May", "31 February")));
  assert.deepEqual(
    entry?.problems.map(({ field, code, raw }) => [field, code, raw]),
    [
      ["birthDate", "impossibleDate", "31 February 1970"],
      ["profession", "unknownProfession", "Baker"],
    ],
  );
});

test("keeps file names free of folders and never reads a program", async () => {
  const reading = await readMail([
    { type: "text/plain", content: ALERT },
    { type: "text/plain", content: "note", fileName: "../../etc/passwd.txt" },
  ]);
  assert.equal(reading.parts[1]?.fileName, "passwd.txt");
  const program = await readMail([
    { type: "text/plain", content: ALERT },
    { type: "application/pdf", content: "MZ\x90", fileName: "alert.pdf.exe" },
  ]);
  assert.equal(program.verdict.outcome === "quarantined" && program.verdict.reason, "dangerousAttachment");
  assert.equal(entriesOf(program).length, 1);
});

test("refuses a message that is too large, cut off or no message, with its header where there is one", async () => {
  const large = composeMail([{ type: "text/plain", content: "x".repeat(9000) }], { subject: "Large" });
  const reading = await readMessage(large, profiles, { ...DEFAULT_LIMITS, messageBytes: 5000 });
  assert.deepEqual(
    [reading.verdict.outcome === "quarantined" && reading.verdict.reason, reading.header.subject],
    ["tooLarge", "Large"],
  );
  const two = composeMail([
    { type: "text/plain", content: ALERT },
    { type: "text/plain", content: "x" },
  ]);
  const cut = await readMessage(two.subarray(0, two.length - 30), profiles);
  assert.equal(cut.verdict.outcome === "quarantined" && cut.verdict.reason, "brokenMime");
  const noMail = await readMessage(Buffer.from([0, 1, 2, 3, 200]), profiles);
  assert.equal(noMail.verdict.outcome === "quarantined" && noMail.verdict.reason, "brokenMime");
});

test("gives exactly one verdict for any bytes, and the same one again", async () => {
  const whole = composeMail([
    { type: "text/plain", content: ALERT },
    { type: "text/csv", content: "Surname,Forename,Date of birth\nA,B,1970-01-01", fileName: "a.csv" },
    { type: "application/xml", content: "<a><surname>B</surname></a>", fileName: "a.xml" },
  ]);
  const edit = fc.record({
    at: fc.nat(whole.length - 1),
    bytes: fc.uint8Array({ maxLength: 12 }),
    drop: fc.nat(60),
  });
  const mutated = fc
    .array(edit, { maxLength: 6 })
    .map((edits) =>
      edits.reduce<Uint8Array>(
        (mail, { at, bytes, drop }) => Buffer.concat([mail.subarray(0, at), bytes, mail.subarray(at + drop)]),
        whole,
      ),
    );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated), async (bytes) => {
      const { verdict } = await readMessage(bytes, profiles);
      assert.ok(["alerts", "irrelevant", "quarantined"].includes(verdict.outcome));
      assert.deepEqual((await readMessage(bytes, profiles)).verdict, verdict);
    }),
    { numRuns: 150 },
  );
});

test("gives exactly one verdict for any text and any markup", async () => {
  const word = fc.constantFrom(
    "Surname",
    "Date of birth:",
    "1970-01-01",
    "<td>",
    "</table>",
    "<tr>",
    "\t",
    "\n",
    ":",
    "=",
    "Nurse",
    "<b>",
    "From: x",
    "Subject: y",
    "Sent: z",
    "|",
    ";",
    "<!--",
    "&nbsp;",
    "…",
    "Ek",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
      for (const read of [readText, readHtml]) {
        const { verdict } = await read(words.join(" "));
        assert.ok(["alerts", "irrelevant", "quarantined"].includes(verdict.outcome));
      }
    }),
    { numRuns: 100 },
  );
});
