import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { stringify } from "csv-stringify";
import { type InventedMessage, inventMailbox } from "./invent-mailbox.ts";
import { inventRegister, inventRegisterPeople } from "./register/invent-register.ts";

const USAGE = `Writes an invented mailbox with a register and the truth about it:
  mailbox/*.eml, hpr-extract.jsonl.gz and truth.csv

  node apps/server/src/demo/write-mailbox.ts --out DIR [--messages 500] [--seed 1] [--register 50000] [--start 2026-01-05]
`;

const OPTIONS = {
  out: { type: "string" },
  messages: { type: "string", default: "500" },
  seed: { type: "string", default: "1" },
  register: { type: "string", default: "50000" },
  start: { type: "string", default: "2026-01-05" },
  help: { type: "boolean", default: false },
} as const;

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** The options as asked for, or what is wrong with them. */
function readOptions() {
  const { values } = parseArgs({ options: OPTIONS });
  const { out, seed, start: startDate } = values;
  const messages = Number(values.messages);
  const count = Number(values.register);
  if (values.help) return "";
  if (!out) return "--out is missing: the folder to write to.";
  if (!isCount(messages)) return `--messages must be a whole number, not "${values.messages}".`;
  if (!isCount(count)) return `--register must be a whole number, not "${values.register}".`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startDate) || Number.isNaN(Date.parse(startDate)))
    return `--start must be a date such as 2026-01-05, not "${startDate}".`;
  return { out, messages, count, seed, startDate };
}

type Options = Exclude<ReturnType<typeof readOptions>, string>;

function* registerLines({ seed, count }: Options): Generator<string> {
  for (const line of inventRegister({ seed, count })) yield `${JSON.stringify(line)}\n`;
}

/** The rows of truth, each message written to its file on the way. */
async function* writeMessages(folder: string, messages: Iterable<InventedMessage>) {
  for (const { fileName, bytes, truth } of messages) {
    await writeFile(join(folder, fileName), bytes);
    for (const row of truth) yield { file: fileName, ...row };
  }
}

async function writeAll(options: Options): Promise<void> {
  const folder = join(options.out, "mailbox");
  await mkdir(folder, { recursive: true });
  const extract = createWriteStream(join(options.out, "hpr-extract.jsonl.gz"));
  await pipeline(Readable.from(registerLines(options)), createGzip(), extract);
  const people = [...inventRegisterPeople(options)];
  const rows = writeMessages(folder, inventMailbox({ ...options, people }));
  await pipeline(
    Readable.from(rows),
    stringify({ header: true }),
    createWriteStream(join(options.out, "truth.csv")),
  );
}

try {
  const options = readOptions();
  if (typeof options === "string") {
    process.stderr.write(`${options}\n${USAGE}`);
    process.exitCode = options === "" ? 0 : 2;
  } else await writeAll(options);
} catch (error) {
  const isMistyped = error instanceof TypeError && "code" in error;
  if (!isMistyped) throw error;
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
