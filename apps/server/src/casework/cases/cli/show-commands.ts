import { CASE_LISTS, CASE_STAGES, type CaseHistoryEntry, type CaseRow } from "@varde/contract";
import { recordAudit } from "../../../platform/audit/index.ts";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { endOfDay } from "../acting/days.ts";
import { caseRowView } from "../queue/case-row.ts";
import { listAway } from "../queue/officers.sql.ts";
import { listQueueRows, type QueueReader, readQueueRow } from "../queue/queue.sql.ts";
import { showCaseAsOf, showHistory } from "../showing/show-history.ts";
import { findCaseId } from "./find-case.sql.ts";

const ACTS_SHOWN = 500;

/** `varde case list`: whoever runs a command on the machine sees every case. */
export async function runList(
  context: CommandContext,
  { list, stage, limit, json }: { list: string; stage?: string; limit: string; json?: boolean },
): Promise<void> {
  const wanted = oneOf(CASE_LISTS, list, "--list");
  const inStage = stage === undefined ? undefined : oneOf(CASE_STAGES, stage, "--stage");
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new CommandFailed("limitNotNumber", `--limit must be a number from 1; "${limit}" is not.`, 2);
  const { app: db } = await context.database();
  const at = context.clock.now();
  const reader = await seesEverything(context, at);
  const rows = await listQueueRows(db, reader, { list: wanted, stage: inStage, limit: Number(limit) });
  const cases = rows.map((row) => caseRowView(row, reader));
  const found = cases.map(({ id }) => id);
  await recordAudit(db, { at, actor: context.actor, act: "listCases", details: { list, stage, found } });
  context.print(cases, cases.length === 0 ? "No such cases." : cases.map(describe).join("\n"), { json });
}

/** `varde case show`: the case and its acts, now or as they stood. */
export async function runShow(
  context: CommandContext,
  wanted: string,
  { asOf, json }: { asOf?: string; json?: boolean },
): Promise<void> {
  const { app: db } = await context.database();
  const id = await getCaseId(context, wanted);
  const at = asOf === undefined ? context.clock.now() : instantOf(asOf);
  await recordAudit(db, {
    at: context.clock.now(),
    actor: context.actor,
    act: "readCase",
    object: { type: "case", id: String(id) },
  });
  const row = await readQueueRow(db, id);
  if (!row) throw new Error(`The case ${id} went away while it was read`);
  const stood = await showCaseAsOf(db, id, { at, language: "en" });
  const { entries } = await showHistory(db, id, { limit: ACTS_SHOWN, language: "en" });
  const history = entries.filter((entry) => entry.at <= at.toISOString());
  const now = caseRowView(row, { away: new Set(), at });
  const text = stood.procedure
    ? [
        ...(asOf === undefined ? [describe(now)] : []),
        `Stage ${stood.procedure.state.stage} at ${at.toISOString()}`,
        ...history.map(describeAct),
      ].join("\n")
    : `The case was not opened yet at ${at.toISOString()}.`;
  context.print({ case: now, asOf: stood, history }, text, { json });
}

/** The id of a case the operator names. Throws `CommandFailed` where there is none. */
export async function getCaseId(context: CommandContext, wanted: string): Promise<number> {
  const id = await findCaseId((await context.database()).app, wanted);
  if (id === undefined)
    throw new CommandFailed(
      "noSuchCase",
      `There is no case with number or id ${wanted}. Try: varde case list`,
    );
  return id;
}

async function seesEverything(context: CommandContext, at: Date): Promise<QueueReader> {
  const away = await listAway((await context.database()).app, at);
  const alone = away.filter(({ hasStandIn }) => !hasStandIn);
  return {
    everywhere: true,
    ways: [],
    openedCases: [],
    shutCases: [],
    own: [],
    away: new Set(away.map(({ personId }) => personId)),
    awayAlone: alone.map(({ personId }) => personId),
    at,
  };
}

function oneOf<const T extends string>(known: readonly T[], given: string, option: string): T {
  const found = known.find((one) => one === given);
  if (found) return found;
  throw new CommandFailed(
    "unknownChoice",
    `${option} must be one of ${known.join(", ")}; "${given}" is not.`,
    2,
  );
}

function instantOf(given: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? endOfDay(given) : new Date(given);
  if (!Number.isNaN(at.getTime())) return at;
  throw new CommandFailed("notAnInstant", `"${given}" is neither a date (2026-02-01) nor an instant.`, 2);
}

function describe({
  number,
  surname,
  forename,
  hprNumber,
  stage,
  priority,
  next,
  due,
  assignee,
}: CaseRow): string {
  const name = [forename, surname].filter(Boolean).join(" ") || "?";
  const what = next
    ? `next ${next.code}${next.owner ? ` by ${next.owner.name}` : ` (${next.unit})`}`
    : "nothing left";
  return `${number}  ${name} (HPR ${hprNumber})  ${stage}  ${priority ?? "-"}  ${assignee?.name ?? "unassigned"}  ${what}${due ? `  due ${due.slice(0, 10)}` : ""}`;
}

function describeAct({ at, by, onBehalfOf, sentence, stageBefore, stageAfter }: CaseHistoryEntry): string {
  const who = onBehalfOf ? `${by.name} for ${onBehalfOf.name}` : by.name;
  const moved = stageBefore === stageAfter ? "" : `  ${stageBefore ?? "nothing"} → ${stageAfter}`;
  return `  ${at}  ${who}: ${sentence}${moved}`;
}
