import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { addAttachment, openCase } from "../../apps/server/src/casework/cases/index.ts";
import { confirmAlert } from "../../apps/server/src/casework/cases/testing.ts";
import { settleIdentification } from "../../apps/server/src/casework/identification/index.ts";
import { readFolder, settleIntake } from "../../apps/server/src/casework/intake/index.ts";
import { loadRegister } from "../../apps/server/src/casework/registers/index.ts";
import { inventMailbox, inventRegister, inventRegisterPeople } from "../../apps/server/src/demo/index.ts";
import type { Installation } from "../../apps/server/src/main.ts";
import { jobActor } from "../../apps/server/src/platform/audit/index.ts";
import { isRefusal } from "../../apps/server/src/platform/rules/refusal.ts";

const REGISTER = { seed: "seeded", count: 300 };

/** Where one of each kind of content is found, by the words routes are called with. */
export type SeededContent = Readonly<Record<string, string>>;

/** Reads an invented register and mailbox through the real pipeline, and says where one of each kind is found. */
export async function seedContent({ parts }: Installation): Promise<SeededContent> {
  const actor = jobActor("test");
  const folder = await mkdtemp(join(tmpdir(), "varde-seeded-"));
  try {
    const register = join(folder, "hpr.jsonl.gz");
    const lines = [...inventRegister(REGISTER)].map((line) => `${JSON.stringify(line)}\n`);
    await writeFile(register, gzipSync(`${lines.join("")}{"broken": true}\n`));
    const mailbox = join(folder, "mailbox");
    await mkdir(mailbox);
    const people = [...inventRegisterPeople(REGISTER)];
    for (const { fileName, bytes } of inventMailbox({
      seed: "seeded",
      people,
      messages: 30,
      startDate: "2026-03-02",
    }))
      await writeFile(join(mailbox, fileName), bytes);
    await loadRegister(parts, { path: register, kind: "full", actor });
    await readFolder(parts, mailbox, actor);
    await settleIntake(parts);
    await settleIdentification(parts);
    await seedCase(parts);
  } finally {
    await rm(folder, { recursive: true });
  }
  return findContent(parts);
}

/** A case about somebody in the register, with one file. */
async function seedCase({ db, jobs, clock, reader }: Installation["parts"]): Promise<void> {
  const { rows } = await sql<{ hpr: number; officer: string }>`
    insert into access.people (issuer, subject, name, roles, first_login_at, last_login_at)
    select 'seeded', 'officer', 'Ingrid Solbakken', '{firstLine}', now(), now()
    returning id as officer, (select min(hpr_number) from casework.register_people) as hpr`.execute(db);
  const [{ hpr, officer } = { hpr: 0, officer: "" }] = rows;
  const parts = { db, jobs, clock, reader };
  const opened = await openCase(parts, {
    hprNumber: hpr,
    alertIds: [await confirmAlert(db, hpr)],
    by: { robot: "test" },
  });
  if (isRefusal(opened)) throw new Error(`The seeded case was not opened: ${opened.code}`);
  const content = Buffer.from("Beslut om återkallelse");
  await addAttachment(
    parts,
    { caseId: opened.caseId, personId: officer },
    { fileName: "beslut.txt", content },
  );
}

async function findContent({ db }: Installation["parts"]): Promise<SeededContent> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select alert_id from casework.alert_versions order by id limit 1) as alert,
      (select message_id from casework.message_readings order by id limit 1) as message,
      (select reading -> 'parts' -> 0 ->> 'path' from casework.message_readings order by id limit 1) as part,
      (select hpr_number from casework.register_people order by 1 limit 1) as hpr,
      (select id from casework.register_loads limit 1) as load,
      (select name from casework.source_profiles order by 1 limit 1) as profile,
      (select min(id) from casework.cases) as "case",
      (select min(id) from casework.case_attachments) as attachment,
      (select min(id) from platform.audit) as entry
  `.execute(db);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, String(value)]));
}
