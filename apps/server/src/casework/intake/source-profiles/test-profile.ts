import type { profileTest } from "@varde/contract";
import type { z } from "zod";
import { recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { missing, type Refusal } from "../../../platform/rules/refusal.ts";
import type { Acting } from "../commands/act-on-message.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { originalsOf } from "../pipeline/read.sql.ts";
import { checkProfile, type SourceProfile } from "../reading/index.ts";
import { activeProfiles, type ReadingThreads } from "./message-reader.ts";
import { objectOf } from "./save-profile.ts";
import { compareVerdicts } from "./source-profiles.rules.ts";
import { findProfileRow, latestVerdicts, messagesToTestOn, saveTest } from "./source-profiles.sql.ts";

/** What a test of a profile showed. */
export type ProfileTest = z.infer<typeof profileTest>;

const TESTED_ON = { newest: 300, ofProfile: 1000 };
const BATCH = 24;
const DIFFERENCES_SHOWN = 200;

/**
 * Reads stored messages with a version beside the other active profiles, and compares with how they were read: the newest
 * ones, and those read with this profile. Changes nothing but what is known of the version.
 */
export async function testProfile(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  threads: ReadingThreads,
  { name, version }: { name: string; version: number },
  { actor }: Pick<Acting, "actor">,
): Promise<ProfileTest | Refusal> {
  const row = await findProfileRow(db, name, version);
  const draft = row && checkProfile(row.yaml).profile;
  if (!draft) return missing("profileNotFound", { name, version });
  const profiles = [...(await activeProfiles(db)).filter((one) => one.name !== name), draft];
  const result: ProfileTest = { messages: 0, same: 0, better: 0, worse: 0, differences: [] };
  const ids = await messagesToTestOn(db, name, TESTED_ON);
  for (let start = 0; start < ids.length; start += BATCH)
    await compareBatch(db, threads, { ids: ids.slice(start, start + BATCH), profiles }, result);
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    await saveTest(tx, { name, version, yaml: row.yaml }, result, at);
    await recordAudit(tx, { at, actor, act: "testProfile", object: objectOf({ name, version }) });
    await notifyChange(tx, "profiles");
  });
  return result;
}

async function compareBatch(
  db: IntakeParts["db"],
  threads: ReadingThreads,
  { ids, profiles }: { ids: readonly number[]; profiles: readonly SourceProfile[] },
  result: ProfileTest,
): Promise<void> {
  const before = await latestVerdicts(db, ids);
  const originals = await originalsOf(db, ids);
  const readings = await Promise.all(
    ids.map((id) => threads.read(originals.get(id) ?? new Uint8Array(), profiles)),
  );
  for (const [index, messageId] of ids.entries()) {
    const [then, now] = [before.get(messageId), readings[index]?.verdict];
    if (!then || !now) continue;
    const { change, ...difference } = compareVerdicts(then, now);
    result.messages += 1;
    result[change] += 1;
    if (change !== "same" && result.differences.length < DIFFERENCES_SHOWN)
      result.differences.push({ messageId, ...difference });
  }
}
