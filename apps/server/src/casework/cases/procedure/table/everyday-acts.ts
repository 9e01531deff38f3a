import { type Refusal, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow } from "../acts/act.ts";
import {
  ANYBODY_ON_CASES,
  EITHER_LINE,
  EITHER_LINE_OR_ROBOT,
  LINES_AND_OWNER,
  PROCESS_OWNER,
} from "../acts/who.ts";
import type { Assignment, CaseChanges, CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import type { PersonRef } from "../persons.ts";
import { say } from "../sentence.ts";
import { LINES, type Line, OPEN_STAGES, STAGE, STAGES } from "../stages.ts";
import { refusePast } from "./checks.ts";

const INTERNAL = "intern prosedyre";

/** Who has the case, waiting, ticks and links. */
export const EVERYDAY_ACTS: ActTable<
  | "assign"
  | "take"
  | "give"
  | "pause"
  | "resume"
  | "tickControlPoint"
  | "clearControlPoint"
  | "linkCases"
  | "unlinkCases"
> = {
  assign: {
    name: say("Tildel saken", "Tildel saka", "Assign the case"),
    does: "Prosesseieren tildeler saken til en saksbehandler i den linjen som har den.",
    law: [INTERNAL],
    from: OPEN_STAGES,
    to: [],
    by: PROCESS_OWNER,
    requires: [],
    event: "caseAssigned",
    change: (facts, { person, line }, circumstances) =>
      withAssignee(facts, line ?? lineFor(facts, circumstances), person),
  },
  take: {
    name: say("Ta saken", "Ta saka", "Take the case"),
    does: "En saksbehandler tar en sak som ingen har, eller der den som har den, er borte uten stedfortreder.",
    law: [INTERNAL],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "caseTaken",
    refuse: (facts, _input, circumstances) => {
      const holder = facts.assignments[lineFor(facts, circumstances)];
      if (!holder || (isAway(holder, circumstances.today) && !holder.standIn)) return undefined;
      return refused("caseHeldByAnother", INTERNAL, { person: holder.person.name });
    },
    change: (facts, _input, circumstances) =>
      withAssignee(facts, lineFor(facts, circumstances), circumstances.officer.person),
  },
  give: {
    name: say("Gi saken videre", "Gi saka vidare", "Give the case on"),
    does: "Den som har saken, gir den videre til en annen i samme linje.",
    law: [INTERNAL],
    from: OPEN_STAGES,
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "caseGiven",
    refuse: (facts, { person }, circumstances) => refuseGiving(facts, person, circumstances),
    change: (facts, { person }, circumstances) => withAssignee(facts, lineFor(facts, circumstances), person),
  },
  pause: {
    name: say("Sett saken på vent", "Set saka på vent", "Pause the case"),
    does: "Saken venter på andre eller på noe, med grunn og en dag den skal ses på igjen. Lovens frister stanser ikke.",
    law: ["forvaltningsloven § 11 a"],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "casePaused",
    refuse: ({ pause }, { until }, circumstances) =>
      pause
        ? refused("pausedAlready", undefined, { until: pause.reviewOn })
        : refusePast(until, "until", circumstances),
    change: (_facts, { reason, note = null, until }, circumstances) => ({
      pause: { reason, note, paused: doneNow(circumstances), reviewOn: until },
    }),
  },
  resume: {
    name: say("Ta saken opp igjen", "Ta saka opp att", "Resume the case"),
    does: "Saken tas opp igjen.",
    law: ["forvaltningsloven § 11 a"],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "caseResumed",
    refuse: ({ pause }) => (pause ? undefined : refused("notPaused")),
    change: () => ({ pause: null }),
  },
  tickControlPoint: {
    name: say("Kryss av kontrollpunkt", "Kryss av kontrollpunkt", "Tick a control point"),
    does: "En saksbehandler krysser av et kontrollpunkt som krever skjønn, og viser til grunnlaget: at dokumentasjonen er tilstrekkelig, at bortfallet er dokumentert, at egen habilitet er vurdert.",
    law: ["forvaltningsloven §§ 6 og 17"],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "controlPointTicked",
    change: ({ ticks }, { point, evidence }, circumstances) => ({
      ticks: { ...ticks, [point]: { ...doneNow(circumstances), evidence } },
    }),
  },
  clearControlPoint: {
    name: say("Fjern avkryssing", "Fjern avkryssing", "Clear a control point"),
    does: "En avkryssing tas bort med begrunnelse.",
    law: ["forvaltningsloven § 17"],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE,
    requires: [],
    event: "controlPointCleared",
    refuse: ({ ticks }, { point }) => (ticks[point] ? undefined : refused("notTicked", undefined, { point })),
    change: ({ ticks }, { point }) => {
      const { [point]: _cleared, ...left } = ticks;
      return { ticks: left };
    },
  },
  linkCases: {
    name: say("Knytt til en annen sak", "Knyt til ei anna sak", "Link to another case"),
    does: "Saken vises sammen med en annen sak den har med å gjøre.",
    law: [INTERNAL],
    from: STAGES,
    to: [],
    by: ANYBODY_ON_CASES,
    requires: [],
    event: "casesLinked",
    refuse: ({ caseId }, { otherCase }) => (otherCase === caseId ? refused("linkToItself") : undefined),
    change: () => ({}),
  },
  unlinkCases: {
    name: say("Løs fra en annen sak", "Løys frå ei anna sak", "Unlink from another case"),
    does: "Forbindelsen til en annen sak fjernes med begrunnelse.",
    law: [INTERNAL],
    from: STAGES,
    to: [],
    by: ANYBODY_ON_CASES,
    requires: [],
    event: "casesUnlinked",
    change: () => ({}),
  },
};

/** The line an officer acts for: of those that own the case now, the one the officer belongs to; else the officer's own. */
export function lineFor({ state }: CaseFacts, { officer }: Circumstances): Line {
  const owners = state.stage === "unopened" ? [] : STAGE[state.stage].owners;
  const belongs = (line: Line) =>
    officer.permissions.has(line === "firstLine" ? "prepareCases" : "assessCases");
  return owners.find(belongs) ?? LINES.find(belongs) ?? owners.at(-1) ?? "firstLine";
}

/** Whether the holder of a case is away on a day. */
export function isAway({ awayUntil }: Assignment, today: string): boolean {
  return awayUntil !== null && today < awayUntil;
}

function withAssignee({ assignments }: CaseFacts, line: Line, person: PersonRef): CaseChanges {
  return { assignments: { ...assignments, [line]: { person, awayUntil: null, standIn: null } } };
}

/** Only who has the case, their stand-in, or the process owner gives it on; a case nobody has is taken or assigned. */
function refuseGiving(facts: CaseFacts, to: PersonRef, circumstances: Circumstances): Refusal | undefined {
  const { officer, today } = circumstances;
  const holder = facts.assignments[lineFor(facts, circumstances)];
  if (!holder) return refused("caseHeldByNobody", INTERNAL);
  if (to.id === holder.person.id) return refused("caseHeldAlready", INTERNAL, { person: to.name });
  const holds = [holder.person.id, ...(isAway(holder, today) && holder.standIn ? [holder.standIn.id] : [])];
  const gives = [officer.person.id, ...(officer.onBehalfOf ? [officer.onBehalfOf.id] : [])];
  if (gives.some((id) => holds.includes(id)) || officer.permissions.has("steerCases")) return undefined;
  return refused("caseHeldByAnother", INTERNAL, { person: holder.person.name });
}
