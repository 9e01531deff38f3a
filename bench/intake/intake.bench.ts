/**
 * From raw mail to stored, registered and matched: messages per second and peak memory of `varde intake read` on a
 * fresh installation, beside a bare reader that parses the same files and keeps nothing.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { inventMailbox, inventRegister, inventRegisterPeople } from "../../apps/server/src/demo/index.ts";
import { readBare } from "./bare-reader.ts";

const VARDE = resolve("apps/server/bin/varde.js");

interface Outcome {
  seconds: number;
  peakMegabytes: number | undefined;
  output: string;
}

/** Options: --sizes 1000,10000 --register 50000 --seed 1 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "1000,10000" },
      register: { type: "string", default: "50000" },
      seed: { type: "string", default: "1" },
    },
  });
  const rows = [];
  for (const size of values.sizes.split(",").map(Number))
    rows.push(await measure(size, Number(values.register), values.seed));
  console.table(rows);
}

async function measure(messages: number, register: number, seed: string) {
  const folder = mkdtempSync(join(tmpdir(), "varde-bench-"));
  try {
    const { mailbox, extract, bytes } = writeInput(folder, messages, register, seed);
    const environment = { ...process.env, VARDE_DATA: join(folder, "data"), VARDE_LOG: "error" };
    await runVarde(["hpr", "load", extract], environment);
    const read = await runVarde(["intake", "read", mailbox, "--json"], environment);
    const { missing, extra } = JSON.parse(
      (await runVarde(["intake", "balance", "--json"], environment)).output,
    ) as { missing: number; extra: number };
    const bare = await readBare(mailbox);
    return {
      messages,
      megabytes: Math.round(bytes / 1e6),
      seconds: round(read.seconds),
      "messages/s": Math.round(messages / read.seconds),
      "peak MB": read.peakMegabytes,
      missing,
      extra,
      "bare messages/s": Math.round(messages / bare.seconds),
      "ratio to bare": round(bare.seconds / read.seconds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeInput(folder: string, messages: number, register: number, seed: string) {
  const [mailbox, extract] = [join(folder, "mailbox"), join(folder, "hpr-extract.jsonl")];
  mkdirSync(mailbox);
  const people = [...inventRegisterPeople({ seed, count: register })];
  const lines = [...inventRegister({ seed, count: register })].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(extract, lines.join(""));
  let bytes = 0;
  for (const message of inventMailbox({ seed, people, messages, startDate: "2026-01-05" })) {
    writeFileSync(join(mailbox, message.fileName), message.bytes);
    bytes += message.bytes.length;
  }
  return { mailbox, extract, bytes };
}

/** Runs one command; the clock includes starting and stopping the process and the database. */
async function runVarde(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, [VARDE, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [output, complaints, peak] = ["", "", 0];
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const watching = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid));
  }, 100);
  const code = await new Promise((ended) => child.once("close", ended));
  clearInterval(watching);
  if (code !== 0) throw new Error(`varde ${args.join(" ")} ended with code ${String(code)}: ${complaints}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak || undefined, output };
}

/** The most memory a process has held so far, in megabytes, as Linux accounts for it; 0 elsewhere. */
function peakMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
