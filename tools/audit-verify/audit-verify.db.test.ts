import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { ChainVerdict } from "@varde/contract";
import fc from "fast-check";
import { appendAnchor } from "../../apps/server/src/platform/audit/anchor/anchor-file.ts";
import { hashOfEntry, type SealedEntry } from "../../apps/server/src/platform/audit/chain/chain-entry.ts";
import {
  chainHead,
  exportLines,
  findAnchorLines,
  NoAuditExport,
  verifyExport,
} from "../../apps/server/src/platform/audit/index.ts";
import { inventEntries } from "../../apps/server/src/platform/audit/testing.ts";
import { fixedClock } from "../../apps/server/src/platform/clock/clock.ts";
import { createTestDatabase } from "../../apps/server/src/platform/testing/index.ts";

const SCRIPT = fileURLToPath(new URL("audit-verify.mjs", import.meta.url));
const clock = fixedClock("2026-02-02T08:00:00Z");
const folder = await mkdtemp(join(tmpdir(), "varde-audit-"));
after(() => rm(folder, { recursive: true }));

const db = await createTestDatabase({ after });
await inventEntries(db.app, clock, 20);
const WHOLE = (await Array.fromAsync(exportLines({ db: db.app, clock }))).join("");
const LINES = WHOLE.trimEnd().split("\n");
const ANCHOR = join(folder, "anchor.log");
await appendAnchor(ANCHOR, await chainHead(db.app), clock.now());

type Outcome = ChainVerdict | "cannotTell";

/** Lets both verifiers look at the same bytes, insists that they agree, and says what they say. */
async function verdictOf(
  content: string | Uint8Array,
  { name = "x.jsonl", anchor = "" } = {},
): Promise<Outcome> {
  const path = join(folder, name);
  await writeFile(path, content);
  const anchors = anchor === "" ? undefined : await findAnchorLines(anchor);
  const own: Outcome = await verifyExport(path, { anchors }).catch((error: unknown) => {
    assert.ok(error instanceof NoAuditExport, String(error));
    return "cannotTell" as const;
  });
  assert.deepEqual(await runScript(path, anchor), own);
  return own;
}

function runScript(path: string, anchor: string): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [SCRIPT, path, "--json", ...(anchor === "" ? [] : ["--anchor", anchor])],
      (error, output) => {
        const verdict = error?.code === 2 ? "cannotTell" : (JSON.parse(output) as ChainVerdict);
        if (verdict !== "cannotTell") assert.equal(error?.code ?? 0, verdict.whole ? 0 : 1, "the exit code");
        resolve(verdict);
      },
    );
  });
}

/** The lines of an export after somebody has been at them; `at` counts lines, 0 is the header. */
const edited = (edit: (lines: string[]) => void): string => {
  const lines = [...LINES];
  edit(lines);
  return `${lines.join("\n")}\n`;
};
const entryAt = (lines: readonly string[], seq: number) => JSON.parse(lines[seq] ?? "") as SealedEntry;

/** All hashes from the start computed anew, as somebody would who has read how it is done. */
function computedAnew(lines: string[]): void {
  let hash = "0".repeat(64);
  for (let seq = 1; seq <= 20; seq += 1) {
    const { hash: _, ...entry } = entryAt(lines, seq);
    hash = hashOfEntry(hash, entry);
    lines[seq] = canonical({ ...entry, hash });
  }
  lines[21] = canonical({ end: true, head: { hash, seq: 20 } });
}
const canonical = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

test("both verifiers find an export whole, as it is and compressed", async () => {
  for (const [name, content] of [
    ["whole.jsonl", WHOLE],
    ["whole.jsonl.gz", gzipSync(WHOLE)],
  ] as const) {
    const verdict = await verdictOf(content, { name, anchor: ANCHOR });
    assert.ok(verdict !== "cannotTell");
    assert.deepEqual([verdict.whole, verdict.entries, verdict.anchors], [true, 20, 1]);
  }
});

const TAMPERING: Record<string, { edit: (lines: string[]) => void; seq: number; how: string }> = {
  "an entry changed": {
    edit: (lines) => lines.splice(7, 1, (lines[7] ?? "").replace('"readAlert"', '"readAlerts"')),
    seq: 7,
    how: "changed",
  },
  "an entry said in other words": {
    edit: (lines) => lines.splice(7, 1, (lines[7] ?? "").replace('{"act"', '{ "act"')),
    seq: 7,
    how: "unreadable",
  },
  "an entry removed": { edit: (lines) => lines.splice(7, 1), seq: 7, how: "missing" },
  "an entry inserted": {
    edit: (lines) => lines.splice(8, 0, (lines[7] ?? "").replace('"readAlert"', '"exportAlerts"')),
    seq: 7,
    how: "inserted",
  },
  "an entry inserted before the one it imitates": {
    edit: (lines) => lines.splice(7, 0, (lines[7] ?? "").replace('"readAlert"', '"exportAlerts"')),
    seq: 7,
    how: "inserted",
  },
  "two entries in each other's places": {
    edit: (lines) => lines.splice(7, 2, lines[8] ?? "", lines[7] ?? ""),
    seq: 7,
    how: "outOfOrder",
  },
  "the end cut off": { edit: (lines) => lines.splice(15), seq: 15, how: "cutShort" },
  "the end cut off before the line that says what the head is": {
    edit: (lines) => lines.splice(15, 6),
    seq: 15,
    how: "cutShort",
  },
  "only the last line cut off": { edit: (lines) => lines.splice(21), seq: 21, how: "cutShort" },
  "an entry behind the end": {
    edit: (lines) => lines.push((lines[20] ?? "").replace('"seq":20', '"seq":21')),
    seq: 21,
    how: "changed",
  },
  "another head in the last line": {
    edit: (lines) => lines.splice(21, 1, canonical({ end: true, head: { hash: "a".repeat(64), seq: 20 } })),
    seq: 20,
    how: "changed",
  },
};

for (const [what, { edit, seq, how }] of Object.entries(TAMPERING))
  test(`both verifiers find ${what}`, async () => {
    const verdict = await verdictOf(edited(edit));
    assert.ok(verdict !== "cannotTell");
    assert.deepEqual([verdict.whole, verdict.fault?.seq, verdict.fault?.how], [false, seq, how]);
  });

test("a chain computed anew from a changed entry holds by itself, and both find it by the anchor", async () => {
  const content = edited((lines) => {
    lines[7] = (lines[7] ?? "").replace('"readAlert"', '"readAlerts"');
    computedAnew(lines);
  });
  const alone = await verdictOf(content);
  assert.ok(alone !== "cannotTell" && alone.whole);
  const anchored = await verdictOf(content, { anchor: ANCHOR });
  assert.ok(anchored !== "cannotTell");
  assert.deepEqual(anchored.fault, { seq: 20, how: "anchorDiffers", entry: 20 });
});

test("a chain that ends before what the anchor knows is cut short; an export older than the anchor is not", async () => {
  const short = edited((lines) => {
    const { seq, hash } = entryAt(lines, 15);
    lines.splice(16, 6, canonical({ end: true, head: { hash, seq } }));
  });
  const cut = await verdictOf(short, { anchor: ANCHOR });
  assert.ok(cut !== "cannotTell");
  assert.deepEqual(cut.fault, { seq: 16, how: "cutShort", entry: null });
  const older = join(folder, "older.log");
  const { seq, hash } = entryAt(LINES, 10);
  await appendAnchor(older, { seq, hash }, clock.now());
  await appendAnchor(older, await chainHead(db.app), new Date("2026-02-20T00:00:00Z"));
  await appendAnchor(older, { seq: 400, hash: "a".repeat(64) }, new Date("2026-03-01T00:00:00Z"));
  const verdict = await verdictOf(WHOLE, { anchor: older });
  assert.ok(verdict !== "cannotTell" && verdict.whole && verdict.anchors === 2);
});

test("compression that was cut off is cut short, and one that is broken cannot be read", async () => {
  const packed = gzipSync(WHOLE);
  const cut = await verdictOf(packed.subarray(0, packed.length - 60), { name: "cut.jsonl.gz" });
  assert.ok(cut !== "cannotTell" && cut.fault?.how === "cutShort");
  const broken = Buffer.from(packed);
  broken.fill(255, packed.length - 300, packed.length - 200);
  const verdict = await verdictOf(broken, { name: "broken.jsonl.gz" });
  assert.ok(verdict === "cannotTell" || !verdict.whole);
});

test("both cannot tell about what is no export", async () => {
  for (const content of [
    "",
    "\n",
    "{}\n",
    '{"format":"varde-audit/2"}\n',
    LINES.slice(1).join("\n"),
    "PK\u0003\u0004",
  ])
    assert.equal(await verdictOf(content), "cannotTell");
});

test("whatever sign of an export is changed, both find it and agree where", async () => {
  const begin = LINES[0]?.length ?? 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: begin + 1, max: WHOLE.length - 1 }),
      fc.constantFrom("", "x", "0", '"', "}", "\n", "é"),
      async (at, sign) => {
        fc.pre(WHOLE.slice(at, at + 1) !== sign);
        const verdict = await verdictOf(WHOLE.slice(0, at) + sign + WHOLE.slice(at + 1));
        assert.ok(verdict !== "cannotTell" && !verdict.whole, JSON.stringify({ at, sign }));
      },
    ),
    { numRuns: 25 },
  );
});

test("the script needs nothing but Node", async () => {
  const imports = [...(await readFile(SCRIPT, "utf8")).matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
  assert.ok(imports.every((from) => from?.startsWith("node:")));
});
