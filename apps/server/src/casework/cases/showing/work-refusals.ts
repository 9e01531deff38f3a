import { type Sentence, say } from "../procedure/sentence.ts";

/** Why something in a case is refused outside the procedure itself, by code; `{name}` is filled from the refusal. */
export const WORK_REFUSALS: Readonly<Record<string, Sentence>> = {
  caseChangedMeanwhile: say(
    "{by} har gjort noe i saken mens du arbeidet. Se hva som er endret, og prøv igjen.",
    "{by} har gjort noko i saka medan du arbeidde. Sjå kva som er endra, og prøv igjen.",
    "{by} did something in the case while you worked. See what has changed, and try again.",
  ),
  noSuchCase: say(
    "Saken finnes ikke, eller den er ikke din å se.",
    "Saka finst ikkje, eller ho er ikkje di å sjå.",
    "There is no such case, or it is not yours to see.",
  ),
  caseOfOtherUnit: say(
    "Saken hører til en annen enhet. Åpne den i en nødssituasjon, med begrunnelse, hvis du må se den.",
    "Saka høyrer til ei anna eining. Opne ho i ein naudsituasjon, med grunngiving, om du må sjå ho.",
    "The case belongs to another unit. Open it in an emergency, with a reason, if you must see it.",
  ),
  excludedFromCase: say(
    "Du er utelukket fra saken fordi du ikke er habil.",
    "Du er stengd ute frå saka fordi du ikkje er habil.",
    "You are shut out of the case for conflict of interest.",
  ),
  readsCaseOnly: say(
    "Du kan lese saken, men ikke arbeide med den.",
    "Du kan lese saka, men ikkje arbeide med ho.",
    "You may read the case but not work on it.",
  ),
  openCaseExists: say(
    "Det finnes allerede en åpen sak om personen. Knytt varselet til den.",
    "Det finst alt ei open sak om personen. Knyt varselet til ho.",
    "There is an open case about the person already. Join the alert to it.",
  ),
  alertInOtherCase: say(
    "Varselet hører til en annen sak. Ta det ut av den først.",
    "Varselet høyrer til ei anna sak. Ta det ut av ho først.",
    "The alert belongs to another case. Take it out of that one first.",
  ),
  noSuchAlert: say("Varselet finnes ikke.", "Varselet finst ikkje.", "There is no such alert."),
  noSuchPerson: say(
    "Personen finnes ikke i HPR.",
    "Personen finst ikkje i HPR.",
    "There is no such person in HPR.",
  ),
  noSuchOfficer: say(
    "Ingen saksbehandler med denne kontoen kan ha saker.",
    "Ingen saksbehandlar med denne kontoen kan ha saker.",
    "No officer with that account can have cases.",
  ),
  officerCannotHaveCase: say(
    "{person} kan ikke ha saken: den hører til en annen enhet, eller {person} er utelukket fra den.",
    "{person} kan ikkje ha saka: ho høyrer til ei anna eining, eller {person} er stengd ute frå ho.",
    "{person} cannot have the case: it belongs to another unit, or {person} is shut out of it.",
  ),
  lookUpAnswerMissing: say(
    "Skriv hva registeret svarte.",
    "Skriv kva registeret svara.",
    "Say what the register answered.",
  ),
  lastActUnknown: say(
    "Siden viser noe annet enn det saken inneholder. Last siden på nytt.",
    "Sida viser noko anna enn det saka inneheld. Last sida på nytt.",
    "The page shows something else than the case holds. Load the page again.",
  ),
  requestIdUsed: say(
    "Forespørselen er alt brukt til noe annet. Last siden på nytt.",
    "Førespurnaden er alt brukt til noko anna. Last sida på nytt.",
    "The request was used for something else already. Load the page again.",
  ),
  noSuchAttachment: say(
    "Dokumentet finnes ikke i saken.",
    "Dokumentet finst ikkje i saka.",
    "There is no such document in the case.",
  ),
  fileEmpty: say("Filen er tom.", "Fila er tom.", "The file is empty."),
  fileIsProgram: say(
    "Filen er et program, og tas ikke inn.",
    "Fila er eit program, og blir ikkje teken inn.",
    "The file is a program, and is not taken in.",
  ),
  fileAlreadyInCase: say(
    "Den samme filen ligger i saken fra før.",
    "Den same fila ligg i saka frå før.",
    "The same file is in the case already.",
  ),
  noSuchTask: say("Oppgaven finnes ikke.", "Oppgåva finst ikkje.", "There is no such task."),
  taskAlreadyDone: say(
    "Oppgaven er gjort fra før.",
    "Oppgåva er gjord frå før.",
    "The task has been done already.",
  ),
  noSuchBulk: say(
    "Det er ingenting av ditt å angre her.",
    "Det er ikkje noko av ditt å angre her.",
    "There is nothing of yours to undo here.",
  ),
  actedOnSince: say(
    "Noen har gjort noe i saken etterpå, så dette kan ikke angres.",
    "Nokon har gjort noko i saka etterpå, så dette kan ikkje angrast.",
    "Somebody has acted in the case since, so this cannot be undone.",
  ),
  absenceEndsTooEarly: say(
    "Fraværet må slutte etter at det begynner, og fram i tid.",
    "Fråværet må slutte etter at det byrjar, og fram i tid.",
    "The absence must end after it begins, and in the future.",
  ),
};
