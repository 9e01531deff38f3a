import { type CaseAct, caseAct } from "@varde/contract";
import { recordAudit, refusedAct } from "../../../platform/audit/index.ts";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { actOnCase } from "../acting/act-on-case.ts";
import { readQueueRow } from "../queue/queue.sql.ts";
import { explainCaseRefusal } from "../showing/explain-case-refusal.ts";
import { findOfficers } from "./find-case.sql.ts";
import { getCaseId } from "./show-commands.ts";

const ACT_NAMES: readonly string[] = caseAct.options.map(({ shape }) => shape.act.value);

/**
 * `varde case act`: judged as the officer named, with their own rights and four eyes; the audit log holds besides who
 * ran the command.
 */
export async function runAct(
  context: CommandContext,
  given: { wanted: string; act: string; as: string; input: string; json?: boolean },
): Promise<void> {
  const act = readAct(given.act, given.input);
  const { app: db } = await context.database();
  const caseId = await getCaseId(context, given.wanted);
  const officer = await getOfficer(context, given.as);
  const record = (name: string, details: { act: string; code?: string }) =>
    recordAudit(db, {
      at: context.clock.now(),
      actor: context.actor,
      onBehalfOf: { kind: "person", ...officer },
      act: name,
      object: { type: "case", id: String(caseId) },
      details,
    });
  await record("actOnCaseByCommand", { act: act.act });
  const parts = { db, jobs: await context.jobs(), clock: context.clock };
  const done = await actOnCase(parts, { caseId, act, by: { personId: officer.id } });
  if (isRefusal(done)) {
    await record(refusedAct(done.refusal !== "forbidden"), { act: act.act, code: done.code });
    const why = explainCaseRefusal(done, "en") ?? "It is not allowed now.";
    throw new CommandFailed(done.code, `${act.act} is refused${done.law ? ` (${done.law})` : ""}. ${why}`);
  }
  const row = await readQueueRow(db, caseId);
  context.print(done, `Done. ${row?.number} now stands in ${row?.stage}.`, { json: given.json });
}

function readAct(act: string, input: string): CaseAct {
  let given: unknown;
  try {
    given = JSON.parse(input);
  } catch {
    throw new CommandFailed("inputNotJson", `--input must be JSON, such as '{"reason": "…"}'.`, 2);
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new CommandFailed("inputNotObject", `--input must be a JSON object, such as '{"reason": "…"}'.`, 2);
  if (!ACT_NAMES.includes(act))
    throw new CommandFailed("noSuchAct", `There is no act ${act}. The acts are: ${ACT_NAMES.join(", ")}.`, 2);
  const read = caseAct.safeParse({ ...given, act });
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `  ${path.join(".") || "act"}: ${message}`);
  throw new CommandFailed("actNotUnderstood", `${act} cannot be done with that:\n${problems.join("\n")}`, 2);
}

async function getOfficer(context: CommandContext, wanted: string): Promise<{ id: string; name: string }> {
  const found = await findOfficers((await context.database()).app, wanted);
  const [officer, other] = found;
  if (officer && !other) return officer;
  throw new CommandFailed(
    officer ? "severalOfficers" : "noSuchOfficer",
    officer
      ? `Several people are called ${wanted}; give the id: ${found.map(({ id }) => id).join(", ")}.`
      : `Nobody who has logged in is called ${wanted}.`,
  );
}
