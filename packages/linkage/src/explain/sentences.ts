import type { EvidenceField, EvidenceLevel } from "../link-result.ts";

export type Language = "nb" | "nn" | "en";

interface Said {
  field: string;
  /** "the same" and "different" as they agree with the field's gender. */
  same: string;
  different: string;
  asked: string;
  found: string;
  isFoundOnly: boolean;
}

/** How adjectives agree with a field. */
interface Gender {
  same: string;
  different: string;
}

interface Phrases {
  fields: Record<EvidenceField, string>;
  /** Of most fields, and of those that have another one. */
  gender: Gender;
  otherGender: Partial<Record<EvidenceField, Gender>>;
  levels: Record<EvidenceLevel, (said: Said) => string>;
  missing: (field: string, fromQuery: boolean) => string;
}

/** How many besides the candidate: `found` counts the candidate too. */
function others(found: string, nobody: string, one: string, many: string): string {
  const count = Number(found) - 1;
  if (count === 1) return one;
  return count > 1 ? `${count} ${many}` : nobody;
}

const bokmal: Phrases = {
  fields: {
    prior: "Utgangspunktet",
    forename: "Fornavnet",
    middleName: "Mellomnavnet",
    surname: "Etternavnet",
    nameOrder: "Navnerekkefølgen",
    wholeName: "Hele navnet",
    namesakes: "Navnesøsken",
    birthDate: "Fødselsdatoen",
    sex: "Kjønnet",
    nationality: "Statsborgerskapet",
    profession: "Yrket",
    nationalId: "Fødselsnummeret eller det nasjonale id-nummeret",
    registrationNumber: "Registreringsnummeret",
    otherCandidates: "Andre kandidater",
  },
  gender: { same: "det samme", different: "ulikt" },
  otherGender: {
    nameOrder: { same: "den samme", different: "ulik" },
    birthDate: { same: "den samme", different: "ulik" },
  },
  levels: {
    equal: ({ field, same, asked }) => `${field} er ${same}: ${asked}.`,
    spelling: ({ field, same, asked, found }) =>
      `${field} er ${same} skrevet på en annen måte: ${asked} og ${found}.`,
    oneLetter: ({ field, asked, found }) => `${field} skiller seg med ett tegn: ${asked} og ${found}.`,
    nickname: ({ field, asked, found }) =>
      `${field} er en kortform eller en annen form av samme navn: ${asked} og ${found}.`,
    sound: ({ field, asked, found }) => `${field} høres likt ut: ${asked} og ${found}.`,
    shortened: ({ field, asked, found }) =>
      `${field} er forkortet i det ene tilfellet: ${asked} og ${found}.`,
    joined: ({ field, asked, found }) => `${field} er skrevet i ett eller i flere ord: ${asked} og ${found}.`,
    twoLetters: ({ field, asked, found }) => `${field} skiller seg med to tegn: ${asked} og ${found}.`,
    initial: ({ field, asked, found }) => `${field} er bare gitt med forbokstav: ${asked} og ${found}.`,
    differs: ({ field, different, asked, found }) => `${field} er ${different}: ${asked} og ${found}.`,
    omitted: ({ field, asked, found, isFoundOnly }) =>
      isFoundOnly ? `${field} ${found} står bare i registeret.` : `${field} ${asked} står bare i varselet.`,
    swappedDayMonth: ({ field }) => `${field} er den samme med dag og måned byttet om.`,
    oneDigit: ({ field, asked, found }) => `${field} skiller seg med ett siffer: ${asked} og ${found}.`,
    dayOff: ({ field, asked, found }) => `${field} skiller seg med én dag: ${asked} og ${found}.`,
    yearOff: ({ field, asked, found }) =>
      `${field} har samme dag og måned, men året skiller med ett: ${asked} og ${found}.`,
    tenYearsOff: ({ field, asked, found }) =>
      `${field} har samme dag og måned, men et annet tiår: ${asked} og ${found}.`,
    twoSlips: ({ field, asked, found }) =>
      `${field} har to vanlige feil på en gang, som ett år feil og dag og måned byttet om: ${asked} og ${found}.`,
    twoErrors: ({ field, asked, found }) =>
      `${field} har en liten feil i både år og dag: ${asked} og ${found}.`,
    firstOfJanuary: ({ field, asked, found }) =>
      `${field} er 1. januar i det ene tilfellet, som kan bety ukjent dag; året er det samme: ${asked} og ${found}.`,
    sameDayMonth: ({ field, asked, found }) =>
      `${field} har samme dag og måned, men et annet år: ${asked} og ${found}.`,
    sameYearMonth: ({ field, asked, found }) =>
      `${field} har samme år og måned, men en annen dag: ${asked} og ${found}.`,
    sameYearDay: ({ field, asked, found }) =>
      `${field} har samme år og dag, men en annen måned: ${asked} og ${found}.`,
    compatible: ({ field, asked, found }) =>
      `${field} er bare delvis kjent og passer i år og måned: ${asked} og ${found}.`,
    yearOnly: ({ field, asked, found }) =>
      `${field} er bare kjent med år, og året er det samme: ${asked} og ${found}.`,
    sameYear: ({ field, asked, found }) => `${field} har bare året felles: ${asked} og ${found}.`,
    nearYear: ({ field, asked, found }) => `${field} er ulik, men året er nær: ${asked} og ${found}.`,
    shared: ({ found }) =>
      `I registeret har ${others(found, "ingen andre", "én annen", "andre")} et navn som stemmer like godt; navn som ofte hører sammen, teller ikke dobbelt.`,
    swapped: ({ asked }) => `Fornavn og etternavn har byttet plass: ${asked}.`,
    missing: ({ field }) => `${field} mangler.`,
    invalid: ({ field, different, asked, found }) =>
      `${field} er ${different}, men sier lite fordi et av numrene ikke kan kontrolleres eller er midlertidig: ${asked} og ${found}.`,
    baseRate: () =>
      "Utgangspunktet er sannsynligheten for at en tilfeldig person i registeret er den varselet gjelder.",
    rivals: () => "Andre personer i registeret kan også være den varselet gjelder.",
  },
  missing: (field, fromQuery) =>
    `${field} mangler i ${fromQuery ? "varselet" : "registeret"} og teller verken for eller mot.`,
};

const nynorsk: Phrases = {
  fields: {
    ...bokmal.fields,
    forename: "Fornamnet",
    middleName: "Mellomnamnet",
    surname: "Etternamnet",
    nameOrder: "Namnerekkjefølgja",
    wholeName: "Heile namnet",
    namesakes: "Namnesøsken",
    sex: "Kjønnet",
    nationality: "Statsborgarskapen",
    nationalId: "Fødselsnummeret eller det nasjonale id-nummeret",
    otherCandidates: "Andre kandidatar",
  },
  gender: { same: "det same", different: "ulikt" },
  otherGender: {
    nameOrder: { same: "den same", different: "ulik" },
    birthDate: { same: "den same", different: "ulik" },
    nationality: { same: "den same", different: "ulik" },
  },
  levels: {
    equal: ({ field, same, asked }) => `${field} er ${same}: ${asked}.`,
    spelling: ({ field, same, asked, found }) =>
      `${field} er ${same} skrive på ein annan måte: ${asked} og ${found}.`,
    oneLetter: ({ field, asked, found }) => `${field} skil seg med eitt teikn: ${asked} og ${found}.`,
    nickname: ({ field, asked, found }) =>
      `${field} er ei kortform eller ei anna form av same namn: ${asked} og ${found}.`,
    sound: ({ field, asked, found }) => `${field} høyrest likt ut: ${asked} og ${found}.`,
    shortened: ({ field, asked, found }) =>
      `${field} er forkorta i det eine tilfellet: ${asked} og ${found}.`,
    joined: ({ field, asked, found }) =>
      `${field} er skrive i eitt eller i fleire ord: ${asked} og ${found}.`,
    twoLetters: ({ field, asked, found }) => `${field} skil seg med to teikn: ${asked} og ${found}.`,
    initial: ({ field, asked, found }) => `${field} er berre gitt med forbokstav: ${asked} og ${found}.`,
    differs: ({ field, different, asked, found }) => `${field} er ${different}: ${asked} og ${found}.`,
    omitted: ({ field, asked, found, isFoundOnly }) =>
      isFoundOnly ? `${field} ${found} står berre i registeret.` : `${field} ${asked} står berre i varselet.`,
    swappedDayMonth: ({ field }) => `${field} er den same med dag og månad bytte om.`,
    oneDigit: ({ field, asked, found }) => `${field} skil seg med eitt siffer: ${asked} og ${found}.`,
    dayOff: ({ field, asked, found }) => `${field} skil seg med éin dag: ${asked} og ${found}.`,
    yearOff: ({ field, asked, found }) =>
      `${field} har same dag og månad, men året skil med eitt: ${asked} og ${found}.`,
    tenYearsOff: ({ field, asked, found }) =>
      `${field} har same dag og månad, men eit anna tiår: ${asked} og ${found}.`,
    twoSlips: ({ field, asked, found }) =>
      `${field} har to vanlege feil på ein gong, som eitt år feil og dag og månad bytte om: ${asked} og ${found}.`,
    twoErrors: ({ field, asked, found }) =>
      `${field} har ein liten feil i både år og dag: ${asked} og ${found}.`,
    firstOfJanuary: ({ field, asked, found }) =>
      `${field} er 1. januar i det eine tilfellet, som kan tyde ukjend dag; året er det same: ${asked} og ${found}.`,
    sameDayMonth: ({ field, asked, found }) =>
      `${field} har same dag og månad, men eit anna år: ${asked} og ${found}.`,
    sameYearMonth: ({ field, asked, found }) =>
      `${field} har same år og månad, men ein annan dag: ${asked} og ${found}.`,
    sameYearDay: ({ field, asked, found }) =>
      `${field} har same år og dag, men ein annan månad: ${asked} og ${found}.`,
    compatible: ({ field, asked, found }) =>
      `${field} er berre delvis kjend og passar i år og månad: ${asked} og ${found}.`,
    yearOnly: ({ field, asked, found }) =>
      `${field} er berre kjend med år, og året er det same: ${asked} og ${found}.`,
    sameYear: ({ field, asked, found }) => `${field} har berre året felles: ${asked} og ${found}.`,
    nearYear: ({ field, asked, found }) => `${field} er ulik, men året er nær: ${asked} og ${found}.`,
    shared: ({ found }) =>
      `I registeret har ${others(found, "ingen andre", "éin annan", "andre")} eit namn som stemmer like godt; namn som ofte høyrer saman, tel ikkje dobbelt.`,
    swapped: ({ asked }) => `Fornamn og etternamn har bytt plass: ${asked}.`,
    missing: ({ field }) => `${field} manglar.`,
    invalid: ({ field, different, asked, found }) =>
      `${field} er ${different}, men seier lite fordi eit av nummera ikkje kan kontrollerast eller er mellombels: ${asked} og ${found}.`,
    baseRate: () =>
      "Utgangspunktet er sannsynet for at ein tilfeldig person i registeret er den varselet gjeld.",
    rivals: () => "Andre personar i registeret kan òg vere den varselet gjeld.",
  },
  missing: (field, fromQuery) =>
    `${field} manglar i ${fromQuery ? "varselet" : "registeret"} og tel verken for eller mot.`,
};

const english: Phrases = {
  fields: {
    prior: "The starting point",
    forename: "The forename",
    middleName: "The middle name",
    surname: "The surname",
    nameOrder: "The order of the names",
    wholeName: "The whole name",
    namesakes: "People of the same name",
    birthDate: "The birth date",
    sex: "The sex",
    nationality: "The nationality",
    profession: "The profession",
    nationalId: "The national identity number",
    registrationNumber: "The registration number",
    otherCandidates: "Other candidates",
  },
  gender: { same: "the same", different: "different" },
  otherGender: {},
  levels: {
    equal: ({ field, asked }) => `${field} is the same: ${asked}.`,
    spelling: ({ field, asked, found }) =>
      `${field} is the same, spelled differently: ${asked} and ${found}.`,
    oneLetter: ({ field, asked, found }) => `${field} differs by one character: ${asked} and ${found}.`,
    nickname: ({ field, asked, found }) =>
      `${field} is a short or related form of the same name: ${asked} and ${found}.`,
    sound: ({ field, asked, found }) => `${field} sounds alike: ${asked} and ${found}.`,
    shortened: ({ field, asked, found }) => `${field} is shortened on one side: ${asked} and ${found}.`,
    joined: ({ field, asked, found }) =>
      `${field} is written as one word or as several: ${asked} and ${found}.`,
    twoLetters: ({ field, asked, found }) => `${field} differs by two characters: ${asked} and ${found}.`,
    initial: ({ field, asked, found }) => `${field} is given by its initial only: ${asked} and ${found}.`,
    differs: ({ field, asked, found }) => `${field} differs: ${asked} and ${found}.`,
    omitted: ({ field, asked, found, isFoundOnly }) =>
      isFoundOnly ? `${field} ${found} is only in the register.` : `${field} ${asked} is only in the alert.`,
    swappedDayMonth: ({ field }) => `${field} is the same with day and month swapped.`,
    oneDigit: ({ field, asked, found }) => `${field} differs by one digit: ${asked} and ${found}.`,
    dayOff: ({ field, asked, found }) => `${field} is one day off: ${asked} and ${found}.`,
    yearOff: ({ field, asked, found }) =>
      `${field} has the same day and month, one year off: ${asked} and ${found}.`,
    tenYearsOff: ({ field, asked, found }) =>
      `${field} has the same day and month in another decade: ${asked} and ${found}.`,
    twoSlips: ({ field, asked, found }) =>
      `${field} has two common slips at once, such as one year off and day and month swapped: ${asked} and ${found}.`,
    twoErrors: ({ field, asked, found }) =>
      `${field} has a small error in both year and day: ${asked} and ${found}.`,
    firstOfJanuary: ({ field, asked, found }) =>
      `${field} is 1 January on one side, which may stand for an unknown day; the year is the same: ${asked} and ${found}.`,
    sameDayMonth: ({ field, asked, found }) =>
      `${field} has the same day and month in another year: ${asked} and ${found}.`,
    sameYearMonth: ({ field, asked, found }) =>
      `${field} has the same year and month, another day: ${asked} and ${found}.`,
    sameYearDay: ({ field, asked, found }) =>
      `${field} has the same year and day, another month: ${asked} and ${found}.`,
    compatible: ({ field, asked, found }) =>
      `${field} is only partly known and fits in year and month: ${asked} and ${found}.`,
    yearOnly: ({ field, asked, found }) =>
      `${field} is known by year only, and the year is the same: ${asked} and ${found}.`,
    sameYear: ({ field, asked, found }) => `${field} has only the year in common: ${asked} and ${found}.`,
    nearYear: ({ field, asked, found }) =>
      `${field} differs, though the year is near: ${asked} and ${found}.`,
    shared: ({ found }) =>
      `In the register, ${others(found, "nobody else has", "one other has", "others have")} a name that agrees as well; names that often go together do not count twice.`,
    swapped: ({ asked }) => `Forename and surname have changed places: ${asked}.`,
    missing: ({ field }) => `${field} is missing.`,
    invalid: ({ field, asked, found }) =>
      `${field} differs, but says little because a number cannot be checked or is temporary: ${asked} and ${found}.`,
    baseRate: () =>
      "The starting point is the chance that any one person in the register is the one the alert is about.",
    rivals: () => "Other people in the register may also be the one the alert is about.",
  },
  missing: (field, fromQuery) =>
    `${field} is missing in the ${fromQuery ? "alert" : "register"} and counts neither for nor against.`,
};

/** What every field and level is called in each language. */
export const SENTENCES: Record<Language, Phrases> = { nb: bokmal, nn: nynorsk, en: english };
