import { readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { takeUpConfirmed } from "../../casework/cases/index.ts";
import { settleIdentification } from "../../casework/identification/index.ts";
import { readFolder, settleIntake } from "../../casework/intake/index.ts";
import { loadRegister } from "../../casework/registers/index.ts";
import type { Installation } from "../../main.ts";
import { cliActor } from "../../platform/audit/index.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import type { DemoFiles } from "../demo-files.ts";
import {
  type DemoStaff,
  decideAwaiting,
  employStaff,
  getOfficer,
  handleQuarantined,
  proposeAlone,
} from "./demo-staff.ts";

import { workOnCases } from "./work-on-cases.ts";

/** Nobody has decided anything on the last days, so that somebody who tries Varde finds a queue. */
const DAYS_LEFT_TO_THE_VISITOR = 9;

/** How a demonstration is lived through: the parts it acts with, and who is told how far it has come. */
export interface Living {
  readonly parts: Installation["parts"];
  readonly signal: AbortSignal;
  readonly progress: (day: number, days: number) => void;
}

/**
 * Delivers the messages still in the post day by day, as if each day were today: read, registered, matched, and the next
 * morning decided upon by the invented staff. Once everything is delivered it does nothing; stopped, it goes on the next time.
 */
export async function liveThrough(living: Living, files: DemoFiles): Promise<void> {
  await liveDays(living, files, await undeliveredDays(files.post));
  // What was delivered when the time before was cut off.
  if (!living.signal.aborted) await readFolder(living.parts, files.mailbox, cliActor());
}

async function liveDays(
  { parts, signal, progress }: Living,
  files: DemoFiles,
  days: readonly PostDay[],
): Promise<void> {
  const [first] = days;
  if (!first) return;
  await loadExtract(on(parts, first.morning), files.register, signal);
  const staff = await employStaff(parts.db, first.morning);
  for (const [index, day] of days.entries()) {
    if (signal.aborted) return;
    const daysLeft = days.length - index;
    await workMorning(on(parts, day.morning), staff, daysLeft);
    // Before the last post comes, so that a start that is cut off here goes on with it the next time.
    if (daysLeft === 1) await workOnCases(on(parts, day.morning), staff, signal);
    await deliver(on(parts, day.evening), day, files, signal);
    progress(index + 1, days.length);
  }
  await loadExtract(parts, files.register, signal);
  await settleIdentification(parts, signal);
}

async function loadExtract(parts: Installation["parts"], path: string, signal: AbortSignal): Promise<void> {
  const load = await loadRegister(parts, { path, kind: "full", actor: cliActor(), signal });
  if (isRefusal(load))
    throw new CommandFailed(load.code, `The invented register was not loaded (${load.code}). Try again.`);
}

/** A day on which messages arrived. */
interface PostDay {
  readonly morning: Date;
  /** When everything of the day has come. */
  readonly evening: Date;
  readonly fileNames: readonly string[];
}

async function undeliveredDays(post: string): Promise<PostDay[]> {
  const fileNames = (await readdir(post).catch((): string[] => [])).sort((a, b) => (a < b ? -1 : 1));
  const dated = await Promise.all(
    fileNames.map(async (fileName) => ({ fileName, at: (await stat(join(post, fileName))).mtime })),
  );
  const byDay = Map.groupBy(dated, ({ at }) => at.toISOString().slice(0, 10));
  return [...byDay].map(([day, files]) => {
    const [morning, noon] = [new Date(`${day}T07:30:00Z`), Date.parse(`${day}T12:00:00Z`)];
    const evening = new Date(Math.max(noon, ...files.map(({ at }) => at.getTime())));
    return { morning, evening, fileNames: files.map(({ fileName }) => fileName) };
  });
}

async function workMorning(parts: Installation["parts"], staff: DemoStaff, daysLeft: number): Promise<void> {
  const officer = getOfficer(staff, daysLeft % 2 === 0 ? "ingrid" : "jonas");
  if (daysLeft > DAYS_LEFT_TO_THE_VISITOR) await decideAwaiting(parts, officer);
  await takeUpConfirmed(parts);
  if (daysLeft === DAYS_LEFT_TO_THE_VISITOR) await handleQuarantined(parts, officer);
  if (daysLeft === 1) await proposeAlone(parts, officer);
}

async function deliver(
  parts: Installation["parts"],
  { fileNames }: PostDay,
  { post, mailbox }: DemoFiles,
  signal: AbortSignal,
): Promise<void> {
  for (const fileName of fileNames) await rename(join(post, fileName), join(mailbox, fileName));
  await readFolder(parts, mailbox, cliActor(), { signal });
  await settleIntake(parts, { signal });
  await settleIdentification(parts, signal);
}

/** The same parts at another time. */
function on(parts: Installation["parts"], at: Date): Installation["parts"] {
  return { ...parts, clock: fixedClock(at.toISOString()) };
}
