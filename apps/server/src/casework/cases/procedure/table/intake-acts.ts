import { invalid, missing, refused } from "../../../../platform/rules/refusal.ts";
import { type ActTable, doneNow, moved } from "../acts/act.ts";
import {
  EITHER_LINE_OR_ROBOT,
  FIRST_LINE,
  FIRST_LINE_OR_ROBOT,
  LINES_AND_OWNER,
  SECOND_LINE_OR_OWNER,
} from "../acts/who.ts";
import type { CaseFacts, Flag } from "../case-facts.ts";
import { REGISTERS } from "../facts/surroundings.ts";
import { PREDICATES } from "../predicates/index.ts";
import { say } from "../sentence.ts";
import { OPEN_STAGES } from "../stages.ts";
import { priorityOf } from "../triage/priority.rules.ts";

const INVESTIGATION = "forvaltningsloven § 17";
const ALERTS = "direktiv 2005/36/EF art. 56a";

/** Opening a case, its alerts and the registers, and the priority. */
export const INTAKE_ACTS: ActTable<
  | "openCase"
  | "joinAlert"
  | "takeAlertApart"
  | "recordLookUp"
  | "establishBasisCountry"
  | "setPriority"
  | "overridePriority"
  | "finishTriage"
> = {
  openCase: {
    name: say("Opprett sak", "Opprett sak", "Open a case"),
    does: "En sak opprettes når en saksbehandler har bekreftet at et varsel gjelder en person med norsk autorisasjon. Roboten gjør det straks identiteten er bekreftet; en saksbehandler kan også gjøre det for hånd.",
    law: [ALERTS, "helsetilsynsloven § 4"],
    from: ["unopened"],
    to: ["intake"],
    by: FIRST_LINE_OR_ROBOT,
    requires: ["identityConfirmedByPerson"],
    event: "caseOpened",
    change: (_facts, _input, circumstances) => ({
      openedAt: circumstances.at,
      ...moved({ stage: "intake" }, circumstances),
    }),
  },
  joinAlert: {
    name: say("Knytt varsel til saken", "Knyt varsel til saka", "Join an alert"),
    does: "Flere varsler om samme person samles i én sak. Et varsel som ikke er bekreftet å gjelde personen, kan ikke knyttes til.",
    law: [ALERTS, INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "alertJoined",
    refuse: ({ alerts }, { alert }) => {
      if (alerts.some(({ alertId }) => alertId === alert.alertId))
        return refused("alertAlreadyInCase", undefined, { alert: alert.alertId });
      if (alert.identity.state !== "confirmed")
        return refused("alertNotConfirmed", INVESTIGATION, { alert: alert.alertId });
      return undefined;
    },
    change: ({ alerts }, { alert }) => ({ alerts: [...alerts, alert] }),
  },
  takeAlertApart: {
    name: say("Ta varsel ut av saken", "Ta varsel ut av saka", "Take an alert apart"),
    does: "Et varsel som viser seg å gjelde noen andre, tas ut av saken med begrunnelse. Det siste varselet kan ikke tas ut; da skal saken avvises.",
    law: [INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "alertTakenApart",
    refuse: ({ alerts }, { alertId }) => {
      if (!alerts.some((one) => one.alertId === alertId))
        return missing("alertNotInCase", { alert: alertId });
      return alerts.length === 1 ? refused("lastAlertStays", undefined, { alert: alertId }) : undefined;
    },
    change: ({ alerts }, { alertId }) => ({ alerts: alerts.filter((one) => one.alertId !== alertId) }),
  },
  recordLookUp: {
    name: say("Registrer oppslag i register", "Registrer oppslag i register", "Record a look-up"),
    does: "Et oppslag i et register lagres med formål, tidspunkt og svar. «Ikke funnet» og «tvetydig» er svar. Når alle registrene som kreves, har svart, går saken av seg selv fra mottak til prioritering.",
    law: [INVESTIGATION],
    from: OPEN_STAGES,
    to: ["triage"],
    movesFrom: ["intake"],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "lookUpRecorded",
    refuse: (_facts, { register }) =>
      REGISTERS.includes(register) ? undefined : invalid("registerUnknown", { register }),
    change: (facts, { id, register, answer }, circumstances) => {
      const lookUps = { ...facts.lookUps, [register]: { id, answer, at: circumstances.at } };
      const answered = PREDICATES.registersAnswered.lacks({ ...facts, lookUps }, circumstances) === undefined;
      if (facts.state.stage !== "intake" || !answered) return { lookUps };
      return { lookUps, ...moved({ stage: "triage" }, circumstances) };
    },
  },
  establishBasisCountry: {
    name: say("Slå fast grunnlagslandet", "Slå fast grunnlagslandet", "Establish the basis country"),
    does: "Når helsepersonellregisteret ikke viser hvilket land den norske autorisasjonen bygger på, slår en saksbehandler det fast og viser til grunnlaget. Norge oppgis der autorisasjonen ikke bygger på noen utenlandsk.",
    law: ["helsepersonelloven § 57 femte ledd", INVESTIGATION],
    from: OPEN_STAGES,
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "basisCountryEstablished",
    change: ({ person }, { country, evidence }) => ({
      person: { ...person, establishedBasis: { country, evidence } },
    }),
  },
  setPriority: {
    name: say("Sett prioritet", "Set prioritet", "Set the priority"),
    does: "Prioriteten regnes ut av navngitte forhold med vekter som vises. Den settes på nytt når forholdene endrer seg.",
    law: ["forvaltningsloven § 11 a"],
    from: OPEN_STAGES.filter((stage) => stage !== "intake"),
    to: [],
    by: EITHER_LINE_OR_ROBOT,
    requires: [],
    event: "prioritySet",
    change: (facts, _input, circumstances) => {
      const computed = priorityOf(facts, circumstances.at, circumstances.settings.priority);
      return { priority: { ...doneNow(circumstances), level: computed.level, computed, override: null } };
    },
  },
  overridePriority: {
    name: say("Overprøv prioriteten", "Overprøv prioriteten", "Override the priority"),
    does: "En saksbehandler kan sette en annen prioritet enn den utregnede, med begrunnelse. Begge vises.",
    law: ["forvaltningsloven § 11 a"],
    from: OPEN_STAGES.filter((stage) => stage !== "intake"),
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "priorityOverridden",
    change: (facts, { priority, reason }, circumstances) => ({
      priority: {
        ...doneNow(circumstances),
        level: priority,
        computed: priorityOf(facts, circumstances.at, circumstances.settings.priority),
        override: { reason },
      },
    }),
  },
  finishTriage: {
    name: say("Avslutt prioriteringen", "Avslutt prioriteringa", "Finish triage"),
    does: "Når prioriteten er satt og svarer til det som er kjent, går saken til dokumentinnhenting.",
    law: ["forvaltningsloven § 11 a"],
    from: ["triage"],
    to: ["documentation"],
    by: FIRST_LINE,
    requires: ["registersAnswered", "authorisedInNorway", "prioritySet", "priorityCurrent"],
    event: "triageFinished",
    change: (_facts, _input, circumstances) =>
      moved({ stage: "documentation", returned: null }, circumstances),
  },
};

/** Marks that management looks for. */
export const FLAG_ACTS: ActTable<"setFlag" | "clearFlag"> = {
  setFlag: {
    name: say("Merk saken", "Merk saka", "Set a flag"),
    does: "Saken merkes som mediesak eller som en sak departementet følger. Merket påvirker prioriteten. Merket «gjenåpnet» settes bare ved gjenåpning.",
    law: [],
    from: [...OPEN_STAGES, "closed"],
    to: [],
    by: LINES_AND_OWNER,
    requires: [],
    event: "flagSet",
    refuse: ({ flags }, { flag }) =>
      refuseByHand(flag) ?? refuseFlag(flags.includes(flag), "flagAlreadySet", flag),
    change: ({ flags }, { flag }) => ({ flags: [...flags, flag] }),
  },
  clearFlag: {
    name: say("Fjern merke", "Fjern merke", "Clear a flag"),
    does: "Et merke fjernes med begrunnelse.",
    law: [],
    from: [...OPEN_STAGES, "closed"],
    to: [],
    by: SECOND_LINE_OR_OWNER,
    requires: [],
    event: "flagCleared",
    refuse: ({ flags }, { flag }) =>
      refuseByHand(flag) ?? refuseFlag(!flags.includes(flag), "flagNotSet", flag),
    change: ({ flags }: CaseFacts, { flag }) => ({ flags: flags.filter((one) => one !== flag) }),
  },
};

function refuseByHand(flag: Flag) {
  return refuseFlag(flag === "reopened", "flagNeverByHand", flag);
}

function refuseFlag(when: boolean, code: string, flag: Flag) {
  return when ? refused(code, undefined, { flag }) : undefined;
}
