import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ChainVerdict } from "@varde/contract";
import { type AnchorLine, anchorsOf } from "../anchor/anchor-lines.ts";
import { canonicalJson } from "../chain/canonical-json.ts";
import type { ChainHead, SealedEntry } from "../chain/chain-entry.ts";
import { type ChainVerifier, createChainVerifier } from "../chain/verify-chain.ts";
import type { VerifyOptions } from "../chain/verify-database.ts";
import { fileLines } from "./file-lines.ts";
import { EXPORT_FORMAT } from "./write-export.ts";

/** A file that is no export of an audit log, so that nothing can be said about it. */
export class NoAuditExport extends Error {
  constructor(path: string) {
    super(`${path} does not begin as an export of the audit log does`);
    this.name = "NoAuditExport";
  }
}

/** What is told beside an export. */
export interface VerifyExportOptions extends Pick<VerifyOptions, "onProgress" | "signal"> {
  readonly anchors?: readonly AnchorLine[] | undefined;
}

/**
 * Follows the chain in an export, compressed where the name ends with .gz; progress counts bytes of the file. A file
 * that ends too early, also in the midst of the compression, is cut short. Anchors of after the export was made may
 * lie beyond its end. Throws `NoAuditExport`, and the errors of reading.
 */
export async function verifyExport(
  path: string,
  { anchors, onProgress = () => {}, signal }: VerifyExportOptions = {},
): Promise<ChainVerdict> {
  const { size } = await stat(path);
  const file = createReadStream(path, { signal });
  const lines = fileLines(file, path.endsWith(".gz"));
  const header = await lines.next().catch(() => ({ value: undefined }));
  const { madeAt } = readHeader(path, header.value ?? "");
  const verifier = createChainVerifier(anchors && anchorsOf(anchors, madeAt));
  let head: ChainHead | undefined;
  try {
    for await (const line of lines) {
      head = takeLine(verifier, line, head);
      onProgress(file.bytesRead, size);
    }
  } catch (error) {
    if (file.errored) throw error;
    verifier.takeBroken("unreadable");
  }
  return verifier.finish({ declared: head });
}

function readHeader(path: string, line: string): { madeAt: string } {
  const header = parse(line) as { format?: unknown; madeAt?: unknown } | undefined;
  if (header?.format !== EXPORT_FORMAT || typeof header.madeAt !== "string") throw new NoAuditExport(path);
  return { madeAt: header.madeAt };
}

/** Returns the head where the line is the one that ends an export; it is no link, and a second one is none either. */
function takeLine(verifier: ChainVerifier, line: string, head: ChainHead | undefined): ChainHead | undefined {
  const value = parse(line) as (SealedEntry & { end?: boolean; head?: ChainHead }) | undefined;
  if (value?.end === true && head === undefined) return value.head;
  if (!Number.isInteger(value?.seq) || !isCanonical(value, line)) verifier.takeBroken("unreadable");
  else verifier.take(value as SealedEntry);
  return head;
}

/** A line that says the same in other words could be read in two ways. */
function isCanonical(value: unknown, line: string): boolean {
  try {
    return canonicalJson(value) === line;
  } catch {
    return false;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
