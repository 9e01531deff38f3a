import { type Language, PROFESSION_NAMES } from "@varde/contract";

type Words = Readonly<Record<Language, string>>;

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

/** The parts of a record whose values are codes of Varde. Elsewhere the same letters may be somebody's own words. */
const CODED: ReadonlySet<string> = new Set([
  "act",
  "actorKind",
  "answer",
  "decision",
  "kind",
  "objectType",
  "outcome",
  "register",
  "stage",
  "state",
  "status",
]);

const CODE_WORDS: Readonly<Record<string, Words>> = {
  alert: words("varsel", "varsel", "alert"),
  update: words("oppdatering", "oppdatering", "update"),
  withdrawal: words("tilbaketrekking", "tilbaketrekking", "withdrawal"),
  valid: words("gyldig", "gyldig", "valid"),
  withdrawn: words("trukket tilbake", "trekt tilbake", "withdrawn"),
  expired: words("utløpt", "gått ut", "expired"),
  received: words("mottatt", "motteke", "received"),
  read: words("lest", "lesen", "read"),
  registered: words("registrert", "registrert", "registered"),
  duplicate: words("duplikat", "duplikat", "duplicate"),
  irrelevant: words("irrelevant", "irrelevant", "irrelevant"),
  quarantined: words("i karantene", "i karantene", "in quarantine"),
  certain: words("sikkert treff", "sikkert treff", "certain"),
  probable: words("sannsynlig treff", "sannsynleg treff", "probable"),
  noMatch: words("uten treff", "utan treff", "no match"),
  confirm: words("bekreftet", "stadfesta", "confirmed"),
  reject: words("avvist", "avvist", "rejected"),
  ask: words("spurt om mer", "spurt om meir", "asked for more"),
  found: words("funnet", "funne", "found"),
  notFound: words("ikke funnet", "ikkje funne", "not found"),
  ambiguous: words("flere mulige", "fleire moglege", "several possible"),
  unavailable: words("utilgjengelig", "utilgjengeleg", "unavailable"),
  intake: words("mottak", "mottak", "intake"),
  triage: words("avklaring", "avklaring", "triage"),
  documentation: words("dokumentasjon", "dokumentasjon", "documentation"),
  handover: words("overlevering", "overlevering", "handover"),
  assessment: words("vurdering", "vurdering", "assessment"),
  preNotice: words("forhåndsvarsel", "førehandsvarsel", "pre-notice"),
  effectuation: words("iverksetting", "iverksetjing", "effectuation"),
  closed: words("lukket", "lukka", "closed"),
  person: words("en ansatt", "ein tilsett", "a member of staff"),
  service: words("et annet system", "eit anna system", "another system"),
  cli: words("en driftsansvarlig", "ein driftsansvarleg", "an operator"),
  job: words("roboten", "roboten", "the robot"),
  registerPerson: words("person i HPR", "person i HPR", "person in HPR"),
  message: words("melding", "melding", "message"),
  case: words("sak", "sak", "case"),
  hpr: words("Helsepersonellregisteret", "Helsepersonellregisteret", "register of health personnel"),
  population: words("Folkeregisteret", "Folkeregisteret", "population register"),
  readAlert: words("så på varselet", "såg på varselet", "looked at the alert"),
  readPerson: words("så på opplysningene i HPR", "såg på opplysningane i HPR", "looked at the data in HPR"),
  readCase: words("så på saken", "såg på saka", "looked at the case"),
  readCaseHistory: words(
    "så på sakens historie",
    "såg på historia til saka",
    "looked at the history of the case",
  ),
  decideIdentity: words(
    "avgjorde hvem varselet gjelder",
    "avgjorde kven varselet gjeld",
    "decided whom the alert is about",
  ),
  openIdentityNumber: words(
    "fikk se hele identitetsnummeret",
    "fekk sjå heile identitetsnummeret",
    "was shown the whole identity number",
  ),
  makeAccessReport: words("laget en innsynsrapport", "laga ein innsynsrapport", "made an access report"),
  requestCorrection: words(
    "tok ned et krav om retting",
    "tok ned eit krav om retting",
    "took down a request for correction",
  ),
  answerCorrection: words(
    "svarte på et krav om retting",
    "svarte på eit krav om retting",
    "answered a request for correction",
  ),
};

/** A value that is a code, in words; the value itself where it is none. `part` is the name of the part of the record. */
export function inWords(part: string, value: string, language: Language): string {
  if (part === "profession" || part === "professions")
    return (PROFESSION_NAMES[language] as Readonly<Record<string, string>>)[value] ?? value;
  return (CODED.has(part) && CODE_WORDS[value]?.[language]) || value;
}
