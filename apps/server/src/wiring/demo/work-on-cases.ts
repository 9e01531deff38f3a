import { permissionsOf } from "../../access/index.ts";
import { appointStandIn } from "../../access/stand-ins/appoint-stand-in.ts";
import { findUnits } from "../../casework/cases/index.ts";
import { dayOf, onWorkingDay } from "../../casework/cases/procedure/clocks/calendar.ts";
import { recordAbsence } from "../../casework/cases/queue/absences.ts";
import type { Installation } from "../../main.ts";
import { eachOf } from "../history/each-of.ts";
import { listOpened, type OpenedCase } from "../history/history.sql.ts";
import { performStep } from "../history/perform-step.ts";
import { keyOf, planSteps } from "../history/plan-steps.ts";
import { type Passages, readLives, readPassages } from "../history/read-history.ts";
import { type DemoStaff, getOfficer } from "./demo-staff.ts";

type Parts = Installation["parts"];

const DAY_MS = 86_400_000;
const DAYS_AWAY = 7;

/**
 * Lets the invented staff work on every case from the day it was opened until now, each case as its life says, and one
 * of them be away now. What has been done is not done again.
 */
export async function workOnCases(parts: Parts, staff: DemoStaff, signal: AbortSignal): Promise<void> {
  const [lives, passages] = await Promise.all([readLives(), readPassages()]);
  const cases = (await listOpened(parts.db)).map((of, ordinal) => ({
    of,
    ordinal,
    through: lives[ordinal % lives.length] ?? [],
  }));
  await eachOf(cases, ({ of, ...life }) => workOnCase(parts, of, { ...life, passages, staff, signal }));
  await goAway(parts, staff);
}

/** A refusal ends what is done in the case: another case is another matter, and somebody will find it as it stands. */
async function workOnCase(
  parts: Parts,
  of: OpenedCase,
  {
    ordinal,
    through,
    passages,
    staff,
    signal,
  }: {
    ordinal: number;
    through: readonly string[];
    passages: Passages;
    staff: DemoStaff;
    signal: AbortSignal;
  },
): Promise<void> {
  const begins = onWorkingDay(dayOf(of.openedAt.toISOString()));
  const steps = planSteps(passages, through, { begins, ordinal }).filter(({ at }) => at <= parts.clock.now());
  for (const [place, step] of steps.entries()) {
    if (signal.aborted) return;
    const on = { caseId: of.caseId, alertId: of.alertId, country: of.country ?? "SE" };
    const personId = getOfficer(staff, step.officer).id;
    const refusal = await performStep(parts, step, {
      on,
      personId,
      key: keyOf(`demonstration ${of.caseId} ${place}`),
    });
    if (refusal) return;
  }
}

/** Jonas is away for a week from now on, and Ingrid acts in his place. */
async function goAway(parts: Parts, staff: DemoStaff): Promise<void> {
  const [absent, standIn] = [getOfficer(staff, "jonas"), getOfficer(staff, "ingrid")];
  const permissions = permissionsOf(absent.roles);
  const from = parts.clock.now();
  const until = new Date(from.getTime() + DAYS_AWAY * DAY_MS);
  await recordAbsence(parts, { person: absent, permissions }, { personId: absent.id, from, until });
  await appointStandIn({ ...parts, findCaseUnits: findUnits }, absent, permissions, {
    absentId: absent.id,
    standInId: standIn.id,
    from,
    until,
    limits: { permissions: null, units: null },
    reason: "Ferie",
  });
}
