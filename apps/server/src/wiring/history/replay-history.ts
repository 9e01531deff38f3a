import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person } from "@varde/contract";
import { permissionsOf } from "../../access/index.ts";
import { takeUpAlert } from "../../casework/cases/index.ts";
import { decideIdentity, identifyAlerts, showAlert } from "../../casework/identification/index.ts";
import { enterAlert } from "../../casework/intake/index.ts";
import { loadRegister } from "../../casework/registers/index.ts";
import type { Installation } from "../../main.ts";
import { cliActor, personActor, recordAudit } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import { isRefusal, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type DemoStaff, employStaff, getOfficer } from "../demo/demo-staff.ts";
import { eachOf } from "./each-of.ts";
import { countContent, findAlertProgress, findRequestsDone, wasBegun } from "./history.sql.ts";
import { performStep, type StepCase } from "./perform-step.ts";
import { type PlannedAct, type PlannedCase, peopleOf, planHistory } from "./plan-history.ts";
import type { History } from "./read-history.ts";

/** What a replay works with, and who is told how far it has come. */
export interface Replaying {
  readonly parts: Installation["parts"];
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** How far a replay came: things done now or before, of all there are. */
export interface ReplayEnd {
  readonly history: string;
  readonly cases: number;
  readonly done: number;
  readonly total: number;
}

/** What reacts to news would do so today, and not on the day the history tells of; so nobody is told. */
const SILENT: Pick<Jobs, "publish" | "enqueue"> = { publish: async () => 0, enqueue: async () => {} };

type Parts = Omit<Installation["parts"], "jobs"> & { readonly jobs: typeof SILENT };

/**
 * Lives through a history act by act, each at its instant and through the real commands. Stopped, it goes on the next
 * time; what is done is never done again. Refuses a database that holds anything else: nothing of it could be taken out.
 */
export async function replayHistory(
  { parts, signal, progress }: Replaying,
  history: History,
): Promise<ReplayEnd | Refusal> {
  const refusal = await refuseToMix(parts, history.name);
  if (refusal) return refusal;
  const cases = planHistory(history);
  const total = cases.reduce((sum, { acts }) => sum + 1 + acts.length, 0);
  const silent = { ...parts, jobs: SILENT };
  const staff = await prepare(silent, history, cases);
  const keys = cases.flatMap(({ acts }) => acts.map(({ key }) => key));
  const known = await findRequestsDone(parts.db, keys);
  const opened = new Map<PlannedCase, StepCase>();
  let done = 0;
  const count = () => progress(++done, total);
  for (const { opening, acting } of daysOf(cases)) {
    // One by one, so that the cases always get the same numbers.
    for (const of of opening) {
      if (signal.aborted) break;
      opened.set(of, await openPlanned(silent, of, staff));
      count();
    }
    await eachOf(acting, async ({ of, acts }) => {
      for (const act of acts) {
        if (signal.aborted) return;
        if (!known.has(act.key)) await perform(silent, act, { on: opened.get(of), staff });
        count();
      }
    });
  }
  return { history: history.name, cases: cases.length, done, total };
}

/** What is done in one case on one day. */
interface CaseDay {
  readonly of: PlannedCase;
  readonly acts: readonly PlannedAct[];
}

/** The days of a history, first to last: which cases are opened, and what is done in which case. */
function daysOf(cases: readonly PlannedCase[]): { opening: readonly PlannedCase[]; acting: CaseDay[] }[] {
  const dayOf = ({ at }: { at: Date }) => at.toISOString().slice(0, 10);
  const opening = Map.groupBy(cases, ({ opens }) => dayOf({ at: opens }));
  const acting = Map.groupBy(
    cases.flatMap((of) => [...Map.groupBy(of.acts, dayOf)].map(([day, acts]) => ({ day, of, acts }))),
    ({ day }) => day,
  );
  return [...new Set([...opening.keys(), ...acting.keys()])]
    .toSorted()
    .map((day) => ({ opening: opening.get(day) ?? [], acting: acting.get(day) ?? [] }));
}

async function refuseToMix(
  { db, clock }: Parts | Installation["parts"],
  name: string,
): Promise<Refusal | undefined> {
  if (await wasBegun(db, name)) return undefined;
  const { messages, cases, people } = await countContent(db);
  if (messages + cases + people > 0)
    return refused("databaseNotEmpty", undefined, { messages, cases, people });
  await recordAudit(db, {
    at: clock.now(),
    actor: cliActor(),
    act: "replayHistory",
    details: { history: name },
  });
  return undefined;
}

/** Loads the people the history is about and makes its officers known, the day before it begins. */
async function prepare(parts: Parts, history: History, cases: readonly PlannedCase[]): Promise<DemoStaff> {
  const began = new Date(Math.min(...cases.map(({ opens }) => opens.getTime())) - 86_400_000);
  const before = { ...parts, clock: fixedClock(began) };
  const staff = await employStaff(parts.db, began);
  if ((await countContent(parts.db)).people > 0) return staff;
  const folder = await mkdtemp(join(tmpdir(), "varde-history-"));
  try {
    const path = join(folder, "hpr-extract.jsonl");
    await writeFile(
      path,
      peopleOf(history)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    );
    const load = await loadRegister(before, { path, kind: "full", actor: cliActor() });
    if (isRefusal(load)) throw new Error(`The invented register was not loaded: ${load.code}`);
  } finally {
    await rm(folder, { recursive: true });
  }
  return staff;
}

/** Takes a case from its alert to its opening, going on from wherever it was left. */
async function openPlanned(parts: Parts, planned: PlannedCase, staff: DemoStaff): Promise<StepCase> {
  const { db } = parts;
  const at = { ...parts, clock: fixedClock(planned.opens) };
  const officer = getOfficer(staff, planned.officer);
  const progress = async () => findAlertProgress(db, planned.alertNumber);
  if (!(await progress())) await enter(at, planned, officer);
  const entered = await progress();
  if (!entered) throw new Error(`The alert ${planned.alertNumber} was entered and is not there`);
  const { alertId } = entered;
  if (entered.identity === null || entered.identity === "unmatched") await identifyAlerts(at);
  if ((await progress())?.identity !== "confirmed") await confirm(at, { alertId, planned, officer });
  if (entered.caseId === null) await db.transaction().execute((tx) => takeUpAlert(tx, at, alertId));
  const caseId = entered.caseId ?? (await progress())?.caseId;
  if (!caseId) throw new Error(`The alert ${planned.alertNumber} opened no case`);
  return { caseId, alertId, country: planned.country };
}

async function enter(parts: Parts, planned: PlannedCase, officer: Person): Promise<void> {
  const { person, country, measure, alertNumber, opens } = planned;
  const entry = {
    kind: "alert" as const,
    alertNumber,
    sendingCountry: country,
    surname: person.person.etternavn,
    forename: [person.person.fornavn, person.person.mellomnavn].filter(Boolean).join(" "),
    birthDate: person.person.fødselsdato,
    ...(person.person.nin && { nationalId: person.person.nin }),
    profession: person.godkjenninger[0]?.helsepersonellkategori.verdi,
    measure,
    decisionDate: new Date(opens.getTime() - 14 * 86_400_000).toISOString().slice(0, 10),
  };
  const acting = { actor: personActor(officer), permissions: permissionsOf(officer.roles) };
  const entered = await enterAlert(parts, { entry, source: "Oppdiktet historie" }, acting);
  if (isRefusal(entered)) throw new Error(`The alert ${alertNumber} was refused: ${entered.code}`);
}

async function confirm(
  parts: Parts,
  { alertId, planned, officer }: { alertId: number; planned: PlannedCase; officer: Person },
): Promise<void> {
  const permissions = permissionsOf(officer.roles);
  const shownFor = { language: officer.language, permissions, at: parts.clock.now() };
  const { versions, decisions } = await showAlert(parts.db, alertId, shownFor);
  const decided = await decideIdentity(parts, {
    alertId,
    officer,
    permissions,
    decision: "confirm",
    hprNumber: planned.person.hprNummer,
    reason: "Navn, fødselsdato og yrke stemmer med registeret.",
    versionId: versions[0]?.id ?? 0,
    lastDecision: decisions[0]?.id ?? null,
  });
  if (isRefusal(decided))
    throw new Error(`Who ${planned.alertNumber} is about was not decided: ${decided.code}`);
}

async function perform(
  parts: Parts,
  act: PlannedAct,
  { on, staff }: { on: StepCase | undefined; staff: DemoStaff },
): Promise<void> {
  if (!on) throw new Error(`${act.given.act} comes before its case is opened`);
  const personId = getOfficer(staff, act.officer).id;
  const refusal = await performStep(parts, act, { on, personId, key: act.key });
  if (refusal)
    throw new Error(
      `The history cannot go on: ${act.given.act} in case ${on.caseId} at ${act.at.toISOString()} is refused with ${refusal.code} ${JSON.stringify(refusal.params ?? {})}`,
    );
}
