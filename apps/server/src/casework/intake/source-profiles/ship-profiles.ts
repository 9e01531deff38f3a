import { readdirSync, readFileSync } from "node:fs";
import { jobActor } from "../../../platform/audit/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { checkProfile } from "../reading/index.ts";
import {
  findProfileRow,
  insertProfile,
  listProfileRows,
  lockProfiles,
  replaceShipped,
  switchOn,
} from "./source-profiles.sql.ts";

const SHIPPED = new URL("../profiles/", import.meta.url);

/**
 * Puts the profiles that come with this release beside those of the organisation, and switches them on – except where
 * the organisation has switched on a version of its own. Run at start; doing it again changes nothing.
 */
export async function shipProfiles({ db, clock }: Pick<IntakeParts, "db" | "clock">): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockProfiles(tx);
    const at = clock.now();
    for (const yaml of shippedTexts()) {
      const { profile } = checkProfile(yaml);
      if (!profile) throw new Error("a shipped source profile is not valid");
      const { name, version, title } = profile;
      const kept = await findProfileRow(tx, name, version);
      if (kept?.shipped && kept.yaml !== yaml) await replaceShipped(tx, { name, version, title, yaml });
      if (kept) continue;
      const active = (await listProfileRows(tx)).find((row) => row.name === name && row.state === "active");
      await insertProfile(
        tx,
        { name, version, title, yaml, state: "draft", shipped: true },
        { at, actor: jobActor("release") },
      );
      if (!active || active.shipped) await switchOn(tx, { name, version }, at);
    }
  });
}

function shippedTexts(): string[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readFileSync(new URL(name, SHIPPED), "utf8"));
}
