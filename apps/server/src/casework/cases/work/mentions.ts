import type { caseRoutes, MentionView, RouteResponse } from "@varde/contract";
import type { Kysely } from "kysely";
import { judgeOnCase, readStanding } from "../../../access/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { actorView } from "../acting/doer.ts";
import { listMentionRows, type MentionRow, markMentionsRead } from "./work.sql.ts";

/** The notes a person is mentioned in, in cases they may read; newest first. */
export async function listMentions(
  db: Kysely<unknown>,
  personId: string,
  at: Date,
): Promise<RouteResponse<typeof caseRoutes.listMentions>> {
  const standing = await readStanding(db, personId, at);
  const mentions = (await listMentionRows(db, personId))
    .filter(({ caseId, units }) => !isRefusal(judgeOnCase(standing, "readCases", { caseId, units })))
    .map(mentionView);
  return { mentions, unread: mentions.filter(({ readAt }) => readAt === null).length };
}

/** Says that a person has read mentions of theirs; how many are left unread. */
export async function readMentions(
  db: Kysely<unknown>,
  personId: string,
  { ids, at }: { ids: readonly number[]; at: Date },
): Promise<RouteResponse<typeof caseRoutes.readMentions>> {
  await markMentionsRead(db, personId, ids, at);
  const { unread } = await listMentions(db, personId, at);
  return { unread };
}

function mentionView({ actor, at, units: _units, readAt, ...mention }: MentionRow): MentionView {
  return {
    ...mention,
    by: actorView(actor),
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
