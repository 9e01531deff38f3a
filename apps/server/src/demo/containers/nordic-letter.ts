import type { EntryKind } from "@varde/contract/intake";
import type { Chance } from "@varde/linkage/invented";
import type { Form, Row } from "../form.ts";
import { type Entity, textPart } from "../mime/message.ts";

/** The words around the facts in a letter under Article 18 of the Nordic agreement of 2018. */
interface LetterWords {
  subject: string;
  openings: Readonly<Record<EntryKind, string>>;
  closing: string;
  /** Label of a line that holds surname and forename together. */
  name: string;
  /** Label before the name of the officer who writes, who is not the one the letter is about. */
  officer: string;
}

const WORDS: Readonly<Record<string, LetterWords>> = {
  sv: {
    subject: "Underrättelse om tillsynsbeslut",
    openings: {
      alert: "Vi underrättar er om ett beslut som begränsar rätten att utöva yrket.",
      update: "Vi underrättar er om ändring i en tidigare lämnad uppgift.",
      withdrawal: "Vi underrättar er om att nedanstående varning är återkallad.",
    },
    closing: "Med vänlig hälsning",
    name: "Namn",
    officer: "Handläggare",
  },
  da: {
    subject: "Underretning om tilsynsafgørelse",
    openings: {
      alert: "Vi underretter hermed om en afgørelse, der begrænser retten til at udøve erhvervet.",
      update: "Vi underretter hermed om en ændring af en tidligere advarsel.",
      withdrawal: "Vi underretter hermed om, at nedenstående advarsel er tilbagekaldt.",
    },
    closing: "Med venlig hilsen",
    name: "Navn",
    officer: "Sagsbehandler",
  },
  nb: {
    subject: "Underretning om tilsynsvedtak",
    openings: {
      alert: "Vi underretter om et vedtak som begrenser retten til å utøve yrket.",
      update: "Vi underretter om en endring av et tidligere varsel.",
      withdrawal: "Vi underretter om at varselet nedenfor er trukket tilbake.",
    },
    closing: "Med vennlig hilsen",
    name: "Navn",
    officer: "Saksbehandler",
  },
  fi: {
    subject: "Ilmoitus valvontapäätöksestä",
    openings: {
      alert: "Ilmoitamme päätöksestä, joka rajoittaa oikeutta harjoittaa ammattia.",
      update: "Ilmoitamme aiemmin annetun varoituksen muutoksesta.",
      withdrawal: "Ilmoitamme, että alla oleva varoitus on peruutettu.",
    },
    closing: "Ystävällisin terveisin",
    name: "Nimi",
    officer: "Käsittelijä",
  },
  is: {
    subject: "Tilkynning um eftirlitsákvörðun",
    openings: {
      alert: "Hér með er tilkynnt um ákvörðun sem takmarkar rétt til starfa.",
      update: "Hér með er tilkynnt um breytingu á fyrri viðvörun.",
      withdrawal: "Hér með er tilkynnt að neðangreind viðvörun er afturkölluð.",
    },
    closing: "Virðingarfyllst",
    name: "Nafn",
    officer: "Tengiliður",
  },
};

/** Whether authorities write letters under the Nordic agreement in this language. */
export const isNordic = (language: string): boolean => language in WORDS;

function wordsIn(form: Form): LetterWords {
  const words = WORDS[form.language.code];
  if (!words) throw new RangeError(`no Nordic letter in ${form.language.code}`);
  return words;
}

/** The subject of a Nordic letter, in the language of the form. */
export const letterSubject = (form: Form): string => wordsIn(form).subject;

const OFFICERS = ["Karin Öberg", "Mads Kjær", "Tuula Mäkinen", "Sölvi Jónsson", "Randi Aune"];

/** A form as a letter of a day (ISO): heading, what it is about, the facts, closing. */
export function nordicLetter(form: Form, date: string, chance: Chance): Entity {
  const words = wordsIn(form);
  const rows = chance.happens(0.12) ? nameOnOneLine(form.rows, words.name) : form.rows;
  const width = chance.happens(0.5) ? Math.max(...rows.map(({ label }) => label.length)) + 3 : 0;
  const authority = form.rows.find(({ field }) => field === "authority")?.value ?? "";
  const lines = [
    authority,
    ...(chance.happens(0.4) ? [date, `${words.officer}: ${chance.pick(OFFICERS)}`] : []),
    "",
    words.subject.toUpperCase(),
    form.title,
    "",
    words.openings[form.kind],
    "",
    ...rows.map(({ label, value }) => `${`${label}:`.padEnd(width)} ${value}`.trimEnd()),
    "",
    words.closing,
    authority,
    ...(form.footer ? ["", form.footer] : []),
  ];
  return textPart(`${lines.join("\n")}\n`, chance);
}

/** Surname and forename as "Jönsson, Cecilia" where both are told. */
function nameOnOneLine(rows: readonly Row[], label: string): Row[] {
  const surname = rows.find(({ field }) => field === "surname");
  const forename = rows.find(({ field }) => field === "forename");
  if (!surname?.value || !forename?.value) return [...rows];
  const joined: Row = { field: "surname", label, value: `${surname.value}, ${forename.value}` };
  return rows.flatMap((row) => (row === surname ? [joined] : row === forename ? [] : [row]));
}
