import { type Sentence, say } from "../sentence.ts";

/** Why an act is refused, by code, where no criterion is behind it; `{name}` is filled from the refusal. */
export const CODE_SENTENCES: Readonly<Record<string, Sentence>> = {
  permissionMissing: say(
    "Du har ikke tillatelse til dette. Det krever: {permission}.",
    "Du har ikkje løyve til dette. Det krev: {permission}.",
    "You are not permitted to do this. It takes: {permission}.",
  ),
  notForRobot: say("Roboten gjør ikke dette.", "Roboten gjer ikkje dette.", "The robot does not do this."),
  stageForbidsAct: say(
    "«{act}» kan ikke gjøres i trinnet {stage}.",
    "«{act}» kan ikkje gjerast i steget {stage}.",
    "“{act}” cannot be done in the stage {stage}.",
  ),
  phaseForbidsAct: say(
    "«{act}» kan ikke gjøres nå: {phase}.",
    "«{act}» kan ikkje gjerast no: {phase}.",
    "“{act}” cannot be done now: {phase}.",
  ),
  sideMatterForbidsAct: say(
    "«{act}» kan ikke gjøres nå ({matter}: {status}).",
    "«{act}» kan ikkje gjerast no ({matter}: {status}).",
    "“{act}” cannot be done now ({matter}: {status}).",
  ),
  appealStateForbidsAct: say(
    "Klagen på {against} står ikke slik at dette kan gjøres (nå: {status}).",
    "Klaga på {against} står ikkje slik at dette kan gjerast (no: {status}).",
    "The appeal against {against} does not stand so that this can be done (now: {status}).",
  ),
  dateInFuture: say(
    "Datoen {day} er frem i tid.",
    "Datoen {day} er fram i tid.",
    "The date {day} lies in the future.",
  ),
  dateInPast: say("Datoen {day} er passert.", "Datoen {day} er passert.", "The date {day} has passed."),
  dateTooEarly: say(
    "Datoen {day} er tidligere enn {thanDay}, som måtte komme først.",
    "Datoen {day} er tidlegare enn {thanDay}, som måtte kome først.",
    "The date {day} is earlier than {thanDay}, which must come first.",
  ),
  alertAlreadyInCase: say(
    "Varselet er allerede knyttet til saken.",
    "Varselet er allereie knytt til saka.",
    "The alert is already in the case.",
  ),
  alertNotConfirmed: say(
    "Varselet er ikke bekreftet å gjelde personen. Avgjør identiteten først.",
    "Varselet er ikkje stadfesta å gjelde personen. Avgjer identiteten først.",
    "The alert is not confirmed to concern the person. Decide the identity first.",
  ),
  alertNotInCase: say(
    "Varselet er ikke knyttet til saken.",
    "Varselet er ikkje knytt til saka.",
    "The alert is not in the case.",
  ),
  lastAlertStays: say(
    "Det siste varselet kan ikke tas ut. Foreslå heller å avvise saken.",
    "Det siste varselet kan ikkje takast ut. Foreslå heller å avvise saka.",
    "The last alert cannot be taken apart. Propose to dismiss the case instead.",
  ),
  registerUnknown: say("Registeret er ukjent.", "Registeret er ukjent.", "The register is unknown."),
  flagNeverByHand: say(
    "Merket «{flag}» settes av seg selv, ikke for hånd.",
    "Merket «{flag}» blir sett av seg sjølv, ikkje for hand.",
    "The flag “{flag}” is set of itself, never by hand.",
  ),
  flagAlreadySet: say("Saken er allerede merket.", "Saka er allereie merkt.", "The flag is already set."),
  flagNotSet: say("Saken er ikke merket slik.", "Saka er ikkje merkt slik.", "The flag is not set."),
  requestNotFound: say(
    "Saken har ingen slik dokumentforespørsel.",
    "Saka har ingen slik dokumentførespurnad.",
    "The case has no such request for documents.",
  ),
  requestEnded: say(
    "Forespørselen er allerede avsluttet ({outcome}).",
    "Førespurnaden er allereie avslutta ({outcome}).",
    "The request has already ended ({outcome}).",
  ),
  remindersLeft: say(
    "Det gjenstår {left} av {of} purringer. Send dem først.",
    "Det står att {left} av {of} purringar. Send dei først.",
    "{left} of {of} reminders are left. Send them first.",
  ),
  lastReminderRuns: say(
    "Fristen etter siste purring går til {until}.",
    "Fristen etter siste purring går til {until}.",
    "The time after the last reminder runs until {until}.",
  ),
  attachmentNotInCase: say(
    "Vedlegget hører ikke til saken.",
    "Vedlegget høyrer ikkje til saka.",
    "The attachment does not belong to the case.",
  ),
  sourceNotInCase: say(
    "Kilden ({kind} {id}) finnes ikke i saken.",
    "Kjelda ({kind} {id}) finst ikkje i saka.",
    "The source ({kind} {id}) is not in the case.",
  ),
  outcomeNotProposable: say(
    "Utfallet kan ikke foreslås her. Bruk avvisning eller avkall.",
    "Utfallet kan ikkje foreslåast her. Bruk avvising eller avkall.",
    "The outcome cannot be proposed here. Use dismissal or renunciation.",
  ),
  replyTimeTooShort: say(
    "Fristen {deadline} er for kort. Den kan tidligst være {earliest} ({days} dager).",
    "Fristen {deadline} er for kort. Han kan tidlegast vere {earliest} ({days} dagar).",
    "The time limit {deadline} is too short. It can be {earliest} at the earliest ({days} days).",
  ),
  otherOutcomeThanProposed: say(
    "Vedtaket sier {outcome}, men {proposed} er foreslått. Vurder saken på nytt for å endre utfallet.",
    "Vedtaket seier {outcome}, men {proposed} er foreslått. Vurder saka på nytt for å endre utfallet.",
    "The decision says {outcome}, but {proposed} is proposed. Reconsider the case to change the outcome.",
  ),
  legalBasisMissing: say(
    "En reaksjon må ha et rettsgrunnlag. Velg minst ett.",
    "Ein reaksjon må ha eit rettsgrunnlag. Vel minst eitt.",
    "A reaction must have a legal basis. Choose at least one.",
  ),
  legalBasisNotInForce: say(
    "Rettsgrunnlaget {basis} gjaldt ikke {day}.",
    "Rettsgrunnlaget {basis} gjaldt ikkje {day}.",
    "The legal basis {basis} was not in force on {day}.",
  ),
  legalBasisOfOtherTrack: say(
    "Rettsgrunnlaget {basis} hører ikke til spor {track}.",
    "Rettsgrunnlaget {basis} høyrer ikkje til spor {track}.",
    "The legal basis {basis} does not belong to track {track}.",
  ),
  effectiveDayMissing: say(
    "Oppgi dagen vedtaket får virkning.",
    "Oppgi dagen vedtaket får verknad.",
    "State the day the decision takes effect.",
  ),
  contentChanged: say(
    "Innholdet er endret siden du leste det. Les det på nytt.",
    "Innhaldet er endra sidan du las det. Les det på nytt.",
    "The content has changed since you read it. Read it again.",
  ),
  otherContentThanApproved: say(
    "Det som er sendt, er ikke det innholdet som er godkjent.",
    "Det som er sendt, er ikkje det innhaldet som er godkjent.",
    "What was sent is not the content that was approved.",
  ),
  noDecisionSent: say("Ingen vedtak er sendt.", "Ingen vedtak er sende.", "No decision is sent."),
  receiptAlreadyRecorded: say(
    "Mottak er allerede registrert ({day}).",
    "Mottak er allereie registrert ({day}).",
    "The receipt is already recorded ({day}).",
  ),
  lineUnknown: say("Linjen er ukjent.", "Linja er ukjend.", "The line is unknown."),
  lineAlwaysApplies: say(
    "«{line}» gjelder alltid og må dokumenteres.",
    "«{line}» gjeld alltid og må dokumenterast.",
    "“{line}” always applies and must be evidenced.",
  ),
  lineAlreadyDone: say(
    "«{line}» er allerede dokumentert.",
    "«{line}» er allereie dokumentert.",
    "“{line}” is already evidenced.",
  ),
  nothingToEffectuate: say(
    "Det er ingenting å iverksette ennå.",
    "Det er ingenting å setje i verk enno.",
    "There is nothing to put into effect yet.",
  ),
  otherGroundThanProposed: say(
    "Det er foreslått å avvise med en annen grunn: {proposed}.",
    "Det er foreslått å avvise med ein annan grunn: {proposed}.",
    "The dismissal was proposed on another ground: {proposed}.",
  ),
  suspensionTooLong: say(
    "Suspensjonen kan vare til {longest} ({months} måneder), ikke til {until}.",
    "Suspensjonen kan vare til {longest} ({months} månader), ikkje til {until}.",
    "The suspension can last until {longest} ({months} months), not until {until}.",
  ),
  suspensionAlreadyOver: say(
    "Suspensjonen skulle vare til {until}, som er passert. Foreslå en ny.",
    "Suspensjonen skulle vare til {until}, som er passert. Foreslå ein ny.",
    "The suspension was to last until {until}, which has passed. Propose another.",
  ),
  suspensionNotSent: say(
    "Suspensjonen er ikke registrert som sendt.",
    "Suspensjonen er ikkje registrert som send.",
    "The suspension is not recorded as sent.",
  ),
  suspensionExtendedAlready: say(
    "Suspensjonen er allerede forlenget én gang og kan ikke forlenges mer.",
    "Suspensjonen er allereie forlengd éin gong og kan ikkje forlengjast meir.",
    "The suspension has been extended once already and cannot be extended again.",
  ),
  nothingToAppeal: say(
    "Det er ingenting å klage på: {against}.",
    "Det er ingenting å klage på: {against}.",
    "There is nothing to appeal: {against}.",
  ),
  answerTimeRuns: say(
    "Avsenderen har frist til {until} for å svare.",
    "Avsendaren har frist til {until} for å svare.",
    "The sender has until {until} to answer.",
  ),
  questionNotFound: say(
    "Ingen spørsmål venter på svar.",
    "Ingen spørsmål ventar på svar.",
    "No question awaits an answer.",
  ),
  caseHeldByAnother: say("{person} har saken.", "{person} har saka.", "{person} has the case."),
  caseHeldByNobody: say(
    "Ingen har saken. Ta den, eller be prosesseieren tildele den.",
    "Ingen har saka. Ta ho, eller be prosesseigaren tildele ho.",
    "Nobody has the case. Take it, or ask the process owner to assign it.",
  ),
  caseHeldAlready: say(
    "{person} har allerede saken.",
    "{person} har allereie saka.",
    "{person} has the case already.",
  ),
  pausedAlready: say(
    "Saken er allerede på vent til {until}.",
    "Saka er allereie på vent til {until}.",
    "The case is already paused until {until}.",
  ),
  notPaused: say("Saken er ikke på vent.", "Saka er ikkje på vent.", "The case is not paused."),
  notTicked: say(
    "Kontrollpunktet er ikke krysset av.",
    "Kontrollpunktet er ikkje kryssa av.",
    "The control point is not ticked.",
  ),
  linkToItself: say(
    "En sak kan ikke knyttes til seg selv.",
    "Ei sak kan ikkje knytast til seg sjølv.",
    "A case cannot be linked to itself.",
  ),
};
