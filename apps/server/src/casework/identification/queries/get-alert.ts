import type { Ability, AlertView, IdentityDecision, Language } from "@varde/contract";
import type { Kysely } from "kysely";
import { findNumbersShown } from "../../../access/index.ts";
import type { Refusal } from "../../../platform/rules/refusal.ts";
import { maskFields } from "../../intake/index.ts";
import { getPeople } from "../../registers/index.ts";
import { isHeldLikely, refuseToDecide, standingsOf } from "../rules/identification.rules.ts";
import { listVersions, type RunRow, type VersionRow } from "./alert-detail.sql.ts";
import { readAlertRows } from "./alert-list.sql.ts";
import { evidenceView } from "./evidence-view.ts";
import { findNextAwaiting, listAlertsAbout } from "./find-alerts.sql.ts";
import { type ReadSituation, readSituation } from "./read-situation.ts";

/** For whom an alert is shown: the language of the evidence, what they may do, and the day authorisations are shown for. */
export interface ShownFor {
  /** Whoever reads; identity numbers are masked for them until they have opened them, and for nobody in particular always. */
  readerId?: string;
  language: Language;
  permissions: ReadonlySet<string>;
  at: Date;
}

/** An alert as officers see it. Throws where there is no such alert. */
export async function showAlert(db: Kysely<unknown>, id: number, shownFor: ShownFor): Promise<AlertView> {
  const { readerId, at } = shownFor;
  const numbersUntil = readerId && (await findNumbersShown(db, readerId, { type: "alert", id }, at));
  const numbersOpen = Boolean(numbersUntil);
  const [alert] = await readAlertRows(db, [id]);
  if (!alert) throw new Error(`There is no alert ${id}`);
  const read = await readSituation(db, id);
  const { situation, state, run } = read;
  const about =
    state.confirmedHpr ?? (run?.outcome === "noMatch" ? undefined : run?.candidates[0]?.hprNumber);
  const ability = (decision: IdentityDecision) =>
    abilityOf(refuseToDecide(situation, decision, shownFor.permissions));
  const samePerson = about === undefined ? [] : await listAlertsAbout(db, about);
  return {
    alert,
    versions: versionViews(await listVersions(db, [id]), { numbersOpen }),
    match: run ? await matchView(db, run, { ...shownFor, numbersOpen }) : null,
    decisions: decisionViews(read),
    reopened: state.reopened,
    samePerson: await readAlertRows(
      db,
      samePerson.filter((other) => other !== id),
      readerId,
    ),
    abilities: {
      confirm: ability("confirm"),
      reject: ability("reject"),
      ask: ability("ask"),
    },
    next: (await findNextAwaiting(db, id, readerId)) ?? null,
    numbersOpenUntil: numbersUntil ? numbersUntil.toISOString() : null,
  };
}

function abilityOf(refusal: Refusal | undefined): Ability {
  if (!refusal) return { allowed: true };
  const { code, law, params } = refusal;
  return { allowed: false, code, ...(law && { law }), ...(params && { params }) };
}

async function matchView(
  db: Kysely<unknown>,
  run: RunRow,
  { at, language, numbersOpen }: ShownFor & { numbersOpen: boolean },
): Promise<AlertView["match"]> {
  const people = await getPeople(
    db,
    run.candidates.map(({ hprNumber }) => hprNumber),
    at,
    { numbersOpen },
  );
  return {
    outcome: run.outcome,
    engineVersion: run.engineVersion,
    modelVersion: run.modelVersion,
    registerLoad: run.registerLoad,
    registerVersion: run.registerVersion,
    at: run.at.toISOString(),
    candidates: run.candidates.flatMap(({ explanation, ...candidate }) => {
      const person = people.get(candidate.hprNumber);
      if (!person) return [];
      const evidence = explanation.map((row) => evidenceView(row, language, { numbersOpen }));
      return [{ ...candidate, needsSecond: !isHeldLikely(candidate), evidence, person }];
    }),
  };
}

/** Newest first, each with the fields that say something else than the version before. */
export function versionViews(
  versions: readonly VersionRow[],
  { numbersOpen = false } = {},
): AlertView["versions"] {
  return versions
    .map(({ id, kind, messageId, recordedAt, fields }, position) => ({
      id,
      kind,
      messageId,
      recordedAt: recordedAt.toISOString(),
      fields: numbersOpen ? fields : maskFields(fields),
      changed: changedFields(versions[position - 1]?.fields, fields),
    }))
    .reverse();
}

type Fields = VersionRow["fields"];

function changedFields(before: Fields | undefined, now: Fields): (keyof Fields)[] {
  if (!before) return [];
  const names = Object.keys({ ...before, ...now }) as (keyof Fields)[];
  return names.filter((name) => before[name]?.value !== now[name]?.value);
}

function decisionViews({
  decisions,
  state,
}: Pick<ReadSituation, "decisions" | "state">): AlertView["decisions"] {
  const isOpen = state.state === "awaitingDecision";
  const effectiveId = isOpen ? null : state.decisionId;
  const standings = standingsOf(decisions, { effectiveId, proposalId: state.proposalId });
  return decisions
    .map(({ id, decision, hprNumber, reason, officer, at, versionId, needsSecond, seconds }) => ({
      id,
      decision,
      hprNumber,
      reason,
      by: officer,
      at,
      versionId,
      needsSecond,
      seconds,
      standing: standings.get(id) ?? ("replaced" as const),
    }))
    .reverse();
}
