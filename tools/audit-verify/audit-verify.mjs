#!/usr/bin/env node
// Verifies an export of Varde's audit log. Needs Node 20 or newer and nothing else; no part of Varde, no network.
//
//   node audit-verify.mjs EXPORT [--anchor FILE] [--json]
//
// Exit code 0: whole. 1: broken, with the number of the first broken entry. 2: cannot tell.
// The format is explained in docs/guide/audit-format.md. In short: each line is one entry as JSON; its "hash" is the
// SHA-256 of the hash before it, a line feed, and the entry itself without "hash". So nobody can change, remove, add
// or move an entry without changing every hash after it - and some of those hashes were told to a place outside.

import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { pipeline } from "node:stream";
import { constants, createGunzip } from "node:zlib";

/** JSON with sorted keys and no spaces (RFC 8785), so that one value has one text. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value).sort(); // by UTF-16 code units
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

const hashOf = (previous, entry) =>
  createHash("sha256")
    .update(`${previous}\n${canonicalJson(entry)}`)
    .digest("hex");

/** The lines of a file. Only a line feed ends a line, so what a file that was cut off ends with is none. */
async function* linesOf(file, isCompressed) {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of isCompressed ? pipeline(file, gunzip, () => {}) : file) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop();
    yield* lines;
  }
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Anchor lines "TIME NUMBER HASH", as number → hashes; and how far the chain reached when the export was made. */
function readAnchor(path, madeAt) {
  const told = new Map();
  let reach = 0;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, at, number, hash] = /^(\S{24}) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (!hash) continue;
    const seq = Number(number);
    told.set(seq, (told.get(seq) ?? new Set()).add(hash));
    if (at <= madeAt) reach = Math.max(reach, seq);
  }
  return { told, reach };
}

/** Follows the chain. Returns whether it is whole, how many entries hold, the last hash, and the first fault. */
async function verify(path, anchorPath) {
  const file = createReadStream(path);
  const lines = linesOf(file, path.endsWith(".gz"));
  const first = await lines.next().catch(() => ({ value: "" }));
  if (file.errored) throw file.errored;
  const header = parse(first.value ?? "");
  if (header?.format !== "varde-audit/1" || typeof header.madeAt !== "string")
    throw new Error(`${path} does not begin as an export of the audit log does`);
  const anchors = anchorPath ? readAnchor(anchorPath, header.madeAt) : null;

  let head = { seq: 0, hash: "0".repeat(64) }; // the last entry that holds
  let declared; // the head as the last line says it
  let fault = null; // the first fault
  let compared = 0; // anchors that were compared
  const blame = (seq, how, entry = null) => {
    fault ??= { seq, how, entry };
  };

  const takeEntry = ({ hash, ...entry }) => {
    const { seq, id } = entry;
    if (fault) {
      // What comes later may tell what the fault was: a number that comes later was moved, one that comes twice added.
      if (fault.seq === seq && fault.how === "missing") fault.how = "outOfOrder";
      if (fault.seq === seq && fault.how === "changed") fault.how = "inserted";
      return;
    }
    if (seq > head.seq + 1) return blame(head.seq + 1, "missing");
    if (seq <= head.seq) return blame(seq, "inserted", id);
    if (hashOf(head.hash, entry) !== hash) return blame(seq, "changed", id);
    head = { seq, hash };
    const told = anchors?.told.get(seq);
    if (!told) return;
    compared += 1;
    if (told.size > 1 || !told.has(hash)) blame(seq, "anchorDiffers", id);
  };

  try {
    for await (const line of lines) {
      const value = parse(line);
      if (value?.end === true && !declared) declared = value.head;
      else if (Number.isInteger(value?.seq) && canonicalJson(value) === line) takeEntry(value);
      else blame(head.seq + 1, "unreadable");
    }
  } catch (error) {
    if (file.errored) throw error;
    blame(head.seq + 1, "unreadable"); // the compression is broken
  }

  if (!declared || declared.seq > head.seq) blame(head.seq + 1, "cutShort");
  else if (declared.seq < head.seq) blame(declared.seq + 1, "inserted");
  else if (declared.hash !== head.hash) blame(head.seq, "changed");
  if (anchors && anchors.reach > head.seq) blame(head.seq + 1, "cutShort");

  return {
    whole: fault === null,
    entries: head.seq,
    head: head.seq > 0 ? head : null,
    fault,
    anchors: anchors ? compared : null,
  };
}

const MEANING = {
  changed: "does not fit its hash: it was changed, or put in the place of another",
  missing: "is missing",
  outOfOrder: "does not stand in its place",
  inserted: "was added",
  unreadable: "cannot be read",
  cutShort: "and what should follow is not there: the file was cut short",
  anchorDiffers: "has another hash than the anchor: everything up to it may have been written anew",
};

function readArguments([...given]) {
  const asJson = given.includes("--json");
  const rest = given.filter((word) => word !== "--json");
  const at = rest.indexOf("--anchor");
  const anchor = at < 0 ? undefined : rest.splice(at, 2)[1];
  if (rest.length !== 1 || (at >= 0 && !anchor))
    throw new Error("Write: node audit-verify.mjs EXPORT [--anchor FILE] [--json]");
  return { path: rest[0], anchor, asJson };
}

try {
  const { path, anchor, asJson } = readArguments(process.argv.slice(2));
  const verdict = await verify(path, anchor);
  if (verdict.whole && verdict.anchors === 0) throw new Error(`${anchor} holds no anchor of this export`);
  const { whole, entries, head, fault, anchors } = verdict;
  if (asJson) console.log(JSON.stringify(verdict, null, 2));
  else if (whole)
    console.log(
      `WHOLE: ${entries} entries, last hash ${head?.hash ?? "none"}, ${anchors ?? "no"} anchors compared`,
    );
  else console.log(`BROKEN: entry ${fault.seq} ${MEANING[fault.how]}`);
  process.exitCode = whole ? 0 : 1;
} catch (error) {
  console.error(`CANNOT TELL: ${error.message}`);
  process.exitCode = 2;
}
