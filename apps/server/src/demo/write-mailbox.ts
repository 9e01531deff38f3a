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

function readOptions() {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      messages: { type: "string", default: "500" },
      seed: { type: "string", default: "1" },
      register: { type: "string", default: "50000" },
      start: { type: "string", default: "2026-01-05" },
      help: { type: "boolean", default: false },
    },
  });
  const messages = Number(values.messages);
  const count = Number(values.register);
  const isUsable =
    values.out && Number.isSafeInteger(messages) && messages > 0 && Number.isSafeInteger(count) && count >= 0;
  if (values.help || !isUsable) return undefined;
  return { out: values.out as string, messages, count, seed: values.seed, startDate: values.start };
}

type Options = NonNullable<ReturnType<typeof readOptions>>;

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

const options = readOptions();
if (options) await writeAll(options);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
