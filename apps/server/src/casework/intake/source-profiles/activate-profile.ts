import { recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { missing, type Refusal } from "../../../platform/rules/refusal.ts";
import type { Acting } from "../commands/act-on-message.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { objectOf } from "./save-profile.ts";
import { refuseActivation } from "./source-profiles.rules.ts";
import { findProfileRow, lockProfiles, type ProfileRow, switchOn } from "./source-profiles.sql.ts";

/**
 * Switches a version of a source profile on, and the one that was on off. Refused (409) `profileNotTested`,
 * `profileTestTooOld` or `profileAlreadyActive`.
 */
export async function activateProfile(
  { db, clock, jobs }: IntakeParts,
  { name, version }: { name: string; version: number },
  { actor }: Pick<Acting, "actor">,
): Promise<ProfileRow | Refusal> {
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    await lockProfiles(tx);
    const row = await findProfileRow(tx, name, version, { lock: true });
    if (!row) return missing("profileNotFound", { name, version });
    const refusal = refuseActivation(row, at);
    if (refusal) return refusal;
    const before = await switchOn(tx, { name, version }, at);
    await recordAudit(tx, {
      at,
      actor,
      act: "activateProfile",
      object: objectOf({ name, version }),
      before: { active: before },
      after: { active: version },
    });
    await jobs.publish(tx, {
      type: "sourceProfileActivated",
      subject: `sourceProfile:${name}`,
      payload: { name, version },
      actor,
    });
    await notifyChange(tx, "profiles");
    return { ...row, state: "active" as const };
  });
}
