import { type profileVersion, sourceProfileRoutes } from "@varde/contract";
import type { z } from "zod";
import { type App, serve } from "../../../platform/http/index.ts";
import { isRefusal, missing } from "../../../platform/rules/refusal.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { activateProfile } from "../source-profiles/activate-profile.ts";
import type { ReadingThreads } from "../source-profiles/message-reader.ts";
import { saveProfile } from "../source-profiles/save-profile.ts";
import { findProfileRow, listProfileRows, type ProfileRow } from "../source-profiles/source-profiles.sql.ts";
import { type ProfileTest, testProfile } from "../source-profiles/test-profile.ts";
import { actingOf } from "./message-routes.ts";

/** Serves the source profiles: reading, drafting, testing and switching on. */
export function serveProfiles(app: App, parts: IntakeParts, threads: ReadingThreads): void {
  serve(app, sourceProfileRoutes.listProfiles, { may: "readProfiles" }, async () => ({
    profiles: (await listProfileRows(parts.db)).map(versionOf),
  }));
  serve(app, sourceProfileRoutes.getProfile, { may: "readProfiles" }, async ({ params }) => {
    const row = await findProfileRow(parts.db, params.name, params.version);
    if (!row) return missing("profileNotFound", params);
    return { profile: versionOf(row), yaml: row.yaml, lastTest: row.testResult as ProfileTest | null };
  });
  serve(app, sourceProfileRoutes.saveProfile, { may: "editProfiles" }, async (asked) => {
    const { row, problems } = await saveProfile(parts, asked.body.yaml, actingOf(asked));
    return { profile: row ? versionOf(row) : null, problems };
  });
  serve(app, sourceProfileRoutes.testProfile, { may: "editProfiles" }, (asked) =>
    testProfile(parts, threads, asked.params, actingOf(asked)),
  );
  serve(app, sourceProfileRoutes.activateProfile, { may: "editProfiles" }, async (asked) => {
    const row = await activateProfile(parts, asked.params, actingOf(asked));
    return isRefusal(row) ? row : versionOf(row);
  });
}

function versionOf(row: ProfileRow): z.infer<typeof profileVersion> {
  const { name, version, title, state, shipped, messages } = row;
  return {
    name,
    version,
    title,
    state,
    shipped,
    messages,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy.kind === "person" ? row.createdBy.name : null,
    testedAt: row.testedAt?.toISOString() ?? null,
  };
}
