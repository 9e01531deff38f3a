import type { Language } from "@varde/contract";

type Words = Readonly<Record<Language, string>>;

/** One thing personal data are used for: why, on what basis, how long, and in which tables they lie. */
export interface ProcessingActivity {
  readonly key: string;
  readonly title: Words;
  readonly purpose: Words;
  readonly legalBasis: Words;
  readonly retention: Retention;
  /** Tables, or the beginnings of their names where a star ends them. */
  readonly tables: readonly string[];
}

/** How long, and what in Varde sees to it; nothing where it waits for the authority's own decision on disposal. */
export interface Retention {
  readonly rule: Words;
  readonly enforcedBy: string | null;
}

const TASK: Words = {
  nb: "Personvernforordningen artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g; helsetilsynsloven; helsepersonelloven kapittel 11; direktiv 2005/36/EF artikkel 56a",
  nn: "Personvernforordninga artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g; helsetilsynslova; helsepersonellova kapittel 11; direktiv 2005/36/EF artikkel 56a",
  en: "GDPR article 6(1)(e) and article 9(2)(g); the Norwegian acts on health supervision and on health personnel, chapter 11; Directive 2005/36/EC article 56a",
};
const INTERNAL_CONTROL: Words = {
  nb: "Personvernforordningen artikkel 6 nr. 1 bokstav c og e, artikkel 24 og 32; Normen for informasjonssikkerhet og personvern",
  nn: "Personvernforordninga artikkel 6 nr. 1 bokstav c og e, artikkel 24 og 32; Norma for informasjonstryggleik og personvern",
  en: "GDPR article 6(1)(c) and (e), articles 24 and 32; the Norwegian code of conduct for information security (Normen)",
};
const ARCHIVED: Retention = {
  rule: {
    nb: "Arkivverdig: bevares til avlevering, eller til det foreligger et vedtak om kassasjon (arkivlova)",
    nn: "Arkivverdig: blir teke vare på til avlevering, eller til det ligg føre eit vedtak om kassasjon (arkivlova)",
    en: "To be archived: kept until handed over, or until disposal is decided (the Archives Act)",
  },
  enforcedBy: null,
};

/** Everything Varde uses personal data for. Every table that holds some belongs to exactly one of these. */
export const PROCESSING_ACTIVITIES: readonly ProcessingActivity[] = [
  {
    key: "intake",
    title: {
      nb: "Mottak av meldinger fra utlandet",
      nn: "Mottak av meldingar frå utlandet",
      en: "Intake of messages from abroad",
    },
    purpose: {
      nb: "Ikke miste noen melding om helsepersonell, og kunne vise hva som ble mottatt og når",
      nn: "Ikkje miste noka melding om helsepersonell, og kunne vise kva som vart motteke og når",
      en: "To lose no message about health personnel, and to show what was received and when",
    },
    legalBasis: TASK,
    retention: ARCHIVED,
    tables: ["casework.message*", "casework.source_profiles", "platform.originals"],
  },
  {
    key: "alerts",
    title: { nb: "Varsler", nn: "Varsel", en: "Alerts" },
    purpose: {
      nb: "Vite hvilke begrensninger myndigheter i andre land har lagt på helsepersonell",
      nn: "Vite kva avgrensingar styresmakter i andre land har lagt på helsepersonell",
      en: "To know which restrictions authorities abroad have put on health personnel",
    },
    legalBasis: TASK,
    retention: ARCHIVED,
    tables: [
      "casework.alert_versions",
      "casework.alert_statuses",
      "casework.alerts",
      "casework.repeated_entries",
    ],
  },
  {
    key: "register",
    title: {
      nb: "Kopi av Helsepersonellregisteret",
      nn: "Kopi av Helsepersonellregisteret",
      en: "Copy of the register of health personnel",
    },
    purpose: {
      nb: "Finne ut om et varsel gjelder noen med norsk autorisasjon",
      nn: "Finne ut om eit varsel gjeld nokon med norsk autorisasjon",
      en: "To find out whether an alert is about somebody authorised in Norway",
    },
    legalBasis: TASK,
    retention: {
      rule: {
        nb: "Følger registeret; tidligere utgaver beholdes så lenge avgjørelser bygger på dem",
        nn: "Følgjer registeret; tidlegare utgåver blir haldne så lenge avgjerder byggjer på dei",
        en: "Follows the register; earlier versions are kept as long as decisions rest on them",
      },
      enforcedBy: "varde hpr load",
    },
    tables: ["casework.register_*"],
  },
  {
    key: "identification",
    title: {
      nb: "Hvem et varsel gjelder",
      nn: "Kven eit varsel gjeld",
      en: "Whom an alert is about",
    },
    purpose: {
      nb: "Knytte varsler til riktig person, og forklare hvorfor",
      nn: "Knyte varsel til rett person, og forklare kvifor",
      en: "To tie alerts to the right person, and explain why",
    },
    legalBasis: TASK,
    retention: ARCHIVED,
    tables: [
      "casework.match_runs",
      "casework.candidates",
      "casework.identity_*",
      "casework.alert_identit*",
      "casework.alerts_seen",
      "casework.sweep_*",
    ],
  },
  {
    key: "cases",
    title: { nb: "Saker", nn: "Saker", en: "Cases" },
    purpose: {
      nb: "Behandle saken om helsepersonellet fram til vedtak, og følge det opp",
      nn: "Handsame saka om helsepersonellet fram til vedtak, og følgje det opp",
      en: "To handle the case about the professional up to the decision, and follow it up",
    },
    legalBasis: TASK,
    retention: ARCHIVED,
    tables: ["casework.case*"],
  },
  {
    key: "staff",
    title: {
      nb: "Tilgang for ansatte",
      nn: "Tilgang for tilsette",
      en: "Access of staff",
    },
    purpose: {
      nb: "Slippe inn dem som skal inn, og ingen andre",
      nn: "Sleppe inn dei som skal inn, og ingen andre",
      en: "To let in those who belong, and nobody else",
    },
    legalBasis: INTERNAL_CONTROL,
    retention: {
      rule: {
        nb: "Økter slettes når de er over; personen beholdes så lenge loggen viser til den",
        nn: "Økter blir sletta når dei er over; personen blir halden så lenge loggen viser til han",
        en: "Sessions are deleted when they are over; the person is kept as long as the log refers to them",
      },
      enforcedBy: "sweep-sessions",
    },
    tables: [
      "access.people",
      "access.sessions",
      "access.failed_logins",
      "access.used_tokens",
      "access.service_*",
      "access.unit*",
      "access.role_units",
      "access.memberships",
      "access.stand_ins",
      "access.exclusions",
      "casework.shut_out_*",
      "access.openings",
      "access.shown_numbers",
    ],
  },
  {
    key: "log",
    title: { nb: "Logg", nn: "Logg", en: "Audit log" },
    purpose: {
      nb: "Kunne vise hvem som har gjort eller sett hva, og oppdage misbruk",
      nn: "Kunne vise kven som har gjort eller sett kva, og oppdage misbruk",
      en: "To show who did or saw what, and to find misuse",
    },
    legalBasis: INTERNAL_CONTROL,
    retention: {
      rule: {
        nb: "Bevares så lenge sakene den gjelder; kan ikke endres",
        nn: "Blir halden så lenge sakene han gjeld; kan ikkje endrast",
        en: "Kept as long as the cases it is about; cannot be changed",
      },
      enforcedBy: null,
    },
    tables: ["platform.audit*", "platform.events"],
  },
  {
    key: "corrections",
    title: {
      nb: "Krav om retting",
      nn: "Krav om retting",
      en: "Requests for correction",
    },
    purpose: {
      nb: "Ta imot og svare på krav fra den opplysningene gjelder",
      nn: "Ta imot og svare på krav frå den opplysningane gjeld",
      en: "To take and answer requests of those the data are about",
    },
    legalBasis: {
      nb: "Personvernforordningen artikkel 16 og artikkel 6 nr. 1 bokstav c",
      nn: "Personvernforordninga artikkel 16 og artikkel 6 nr. 1 bokstav c",
      en: "GDPR article 16 and article 6(1)(c)",
    },
    retention: ARCHIVED,
    tables: ["access.correction*"],
  },
];

/** The activities a table, given with its schema, belongs to. */
export function activitiesOf(table: string): ProcessingActivity[] {
  return PROCESSING_ACTIVITIES.filter(({ tables }) =>
    tables.some((name) => (name.endsWith("*") ? table.startsWith(name.slice(0, -1)) : table === name)),
  );
}

/** An activity by its key. */
export function getActivity(key: string): ProcessingActivity {
  const found = PROCESSING_ACTIVITIES.find((activity) => activity.key === key);
  if (!found) throw new Error(`There is no processing activity ${key}`);
  return found;
}
