import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArchiveRecord, RecordedAct, RecordedDecision, RecordedVersion } from "./archive-record.ts";
import { archivedCaseOf } from "./archived-case-of.ts";

const NAME = "Lindqvist";
const KARI = { kind: "person", id: "1", name: "Kari Berg" } as const;
const OLA = { kind: "person", id: "2", name: "Ola Vik" } as const;
const instant = (minute: number) => `2026-02-02T08:${String(minute).padStart(2, "0")}:00.000Z`;
const sha = (digit: string) => digit.repeat(64);

function did(id: number, act: string, input: RecordedAct["input"] = {}, stageAfter = "triage"): RecordedAct {
  return {
    id,
    act,
    input,
    at: instant(id),
    actor: KARI,
    onBehalfOf: null,
    stageBefore: "triage",
    stageAfter,
  };
}

function version(overrides: Partial<RecordedVersion> = {}): RecordedVersion {
  return {
    id: 1,
    alertId: 1,
    kind: "alert",
    at: instant(0),
    alertNumber: "SE-1",
    country: "SE",
    authority: "IVO",
    fields: { surname: NAME, forename: null, profession: "Läkare" },
    original: { sha256: sha("a"), size: 10, fileName: "varsel.eml" },
    entries: 1,
    ...overrides,
  };
}

function decision(version: number, letter: string): RecordedDecision {
  return {
    actId: version,
    kind: "decision",
    version,
    outcome: "revocation",
    letter,
    conditions: [],
    legalBases: [],
    effectiveFrom: null,
    contentHash: sha(String(version)),
    actor: KARI,
    onBehalfOf: null,
    at: instant(version),
  };
}

function record(overrides: Partial<ArchiveRecord> = {}): ArchiveRecord {
  return {
    number: "2026-0001",
    year: 2026,
    ordinal: 1,
    hprNumber: 7_000_001,
    surname: NAME,
    forename: "Sara",
    openedAt: instant(0),
    closedAt: null,
    acts: [did(1, "openCase")],
    versions: [version()],
    attachments: [],
    lookUps: [],
    decisions: [],
    notes: [],
    standings: [],
    ...overrides,
  };
}

const archived = (overrides: Partial<ArchiveRecord> = {}) =>
  archivedCaseOf(record(overrides), (code) => (code === "revocation" ? "Tilbakekall" : code));
const postOfAct = (overrides: Partial<ArchiveRecord>, id: number) =>
  archived(overrides).posts.find(({ key }) => key === `act-${id}`);

test("an alert comes with the message that brought it", () => {
  const [post] = archived().posts;
  assert.equal(post?.title, "Varsel fra Sverige, SE-1");
  assert.deepEqual(
    post.documents.map(({ file }) => file.mediaType),
    ["text/plain", "message/rfc822"],
  );
  assert.match(post.documents[0]!.file.text!, /Etternavn: Lindqvist/);
});

test("a message with other entries is left out, since they may be about other people", () => {
  const [post] = archived({ versions: [version({ entries: 2 })] }).posts;
  assert.deepEqual(
    post?.documents.map(({ key }) => key),
    ["alert"],
  );
});

test("a decision that is sent carries the words of the version that was approved", () => {
  const decisions = [decision(1, "Første utkast"), decision(2, "Autorisasjonen kalles tilbake.")];
  const sent = { contentHash: sha("2"), sentOn: "2026-01-30", channel: "post", proof: "RR1" };
  const post = postOfAct({ decisions, acts: [did(1, "openCase"), did(5, "recordDecisionSent", sent)] }, 5);
  assert.equal(post?.direction, "outgoing");
  assert.equal(post.documentDate, "2026-01-30");
  assert.equal(post.correspondent?.name, "Sara Lindqvist");
  assert.equal(post.documents[0]?.kind, "decision");
  assert.match(post.documents[0].file.text!, /Tilbakekall[\s\S]*Autorisasjonen kalles tilbake\./);
  assert.doesNotMatch(post.documents[0].file.text!, /Første utkast/);
});

test("a reminder goes to the authority that was asked in the request it names", () => {
  const ask = (authority: string) => ({ authority, country: "SE", wanted: "Beslutet" });
  const acts = [
    did(1, "requestDocuments", ask("IVO")),
    did(2, "requestDocuments", ask("Socialstyrelsen")),
    did(3, "recordReminder", { requestId: 2, sentOn: "2026-02-02" }),
  ];
  assert.equal(postOfAct({ acts }, 3)?.correspondent?.name, "Socialstyrelsen");
});

test("a file goes with the act that names it, and alone where none does", () => {
  const file = (id: number) => ({
    id,
    sha256: sha("b"),
    size: 3,
    mediaType: "application/pdf",
    fileName: `${NAME}.pdf`,
    title: null,
    actor: KARI,
    onBehalfOf: null,
    at: instant(9),
  });
  const acts = [did(1, "receiveAppeal", { receivedOn: "2026-02-02", attachmentId: 1 })];
  const { posts } = archived({ acts, attachments: [file(1), file(2)] });
  assert.deepEqual(
    posts
      .filter(({ key }) => key !== "alert-version-1")
      .map(({ key, documents }) => [key, documents[0]?.key]),
    [
      ["act-1", "attachment-1"],
      ["attachment-2", "attachment-2"],
    ],
  );
});

test("public titles name nobody", () => {
  const attachments = [
    {
      id: 1,
      sha256: sha("b"),
      size: 3,
      mediaType: "application/pdf",
      fileName: `${NAME}.pdf`,
      title: null,
      actor: KARI,
      onBehalfOf: null,
      at: instant(9),
    },
  ];
  const { publicTitle, posts } = archived({ attachments });
  for (const shown of [publicTitle, ...posts.map((post) => post.publicTitle)])
    assert.doesNotMatch(shown, new RegExp(NAME));
});

test("what changed in the metadata is told with who did it, and a stand-in with whom they acted for", () => {
  const closing = { ...did(2, "closeCase", {}, "closed"), actor: OLA, onBehalfOf: KARI };
  const standings = [
    { actId: 1, closed: false, unit: "Førstelinje", assignee: null },
    { actId: 2, closed: true, unit: "Førstelinje", assignee: "Ola Vik" },
  ];
  const { changes, closed, responsible } = archived({
    closedAt: instant(2),
    acts: [did(1, "openCase"), closing],
    standings,
  });
  assert.deepEqual(
    changes.map(({ element, from, to, by }) => [element, from, to, by]),
    [
      ["saksstatus", "Under behandling", "Avsluttet", "Ola Vik for Kari Berg"],
      ["saksansvarlig", "Ingen", "Ola Vik", "Ola Vik for Kari Berg"],
    ],
  );
  assert.deepEqual(closed, { at: instant(2), by: "Ola Vik for Kari Berg" });
  assert.equal(responsible, "Ola Vik");
});

test("the same record gives the same archive", () => {
  assert.deepEqual(archived(), archived());
});
