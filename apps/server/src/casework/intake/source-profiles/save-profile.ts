import type { Kysely } from "kysely";
import { recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import type { Acting } from "../commands/act-on-message.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { checkProfile, type ProfileError, type SourceProfile } from "../reading/index.ts";
import {
  findProfileRow,
  insertProfile,
  lockProfiles,
  nextVersion,
  type ProfileRow,
  replaceDraft,
} from "./source-profiles.sql.ts";

/** A saved draft, or what is wrong with its text. */
export type SavedProfile = { row: ProfileRow; problems: [] } | { row: undefined; problems: ProfileError[] };

/**
 * Keeps a draft of a source profile. A draft may be saved again under its version; a version that has been switched on is
 * never changed. Nothing is read differently until the draft is switched on.
 */
export async function saveProfile(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  yaml: string,
  { actor }: Pick<Acting, "actor">,
): Promise<SavedProfile> {
  const { profile, errors } = checkProfile(yaml);
  if (!profile) return { row: undefined, problems: errors };
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    await lockProfiles(tx);
    const taken = await keepDraft(tx, profile, yaml, { at, actor });
    if (taken) return { row: undefined, problems: [taken] };
    const { name, version } = profile;
    await recordAudit(tx, { at, actor, act: "saveProfile", object: objectOf({ name, version }) });
    await notifyChange(tx, "profiles");
    const row = await findProfileRow(tx, name, version);
    if (!row) throw new Error(`profile ${name} ${version} was not kept`);
    return { row, problems: [] };
  });
}

/** Keeps the draft, or says why its version cannot be used. */
async function keepDraft(
  tx: Kysely<unknown>,
  { name, version, title }: SourceProfile,
  yaml: string,
  by: { at: Date; actor: Acting["actor"] },
): Promise<ProfileError | undefined> {
  const kept = await findProfileRow(tx, name, version, { lock: true });
  const draft = { name, version, title, yaml, state: "draft" as const, shipped: false };
  if (!kept) await insertProfile(tx, draft, by);
  else if (kept.state === "draft" && !kept.shipped) await replaceDraft(tx, draft, by);
  else return versionTaken(yaml, { name, version, next: await nextVersion(tx, name) });
  return undefined;
}

function versionTaken(
  yaml: string,
  { name, version, next }: { name: string; version: number; next: number },
) {
  const line = yaml.split("\n").findIndex((text) => text.startsWith("version:")) + 1;
  const message = `version: ${version} of ${name} is kept as it is. Write version: ${next} instead.`;
  return {
    line: Math.max(line, 1),
    column: 1,
    code: "profile.versionTaken",
    params: { name, version, next },
    message,
  };
}

/** A profile version as the audit log names it. */
export function objectOf({ name, version }: { name: string; version: number }): { type: string; id: string } {
  return { type: "sourceProfile", id: `${name}/${version}` };
}
