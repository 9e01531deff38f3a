import { CASE_LINES, CASE_STAGES } from "@varde/contract/cases-terms";
import { type Sentence, say } from "./sentence.ts";

/** The stages of a case, in the order it passes them. */
export const STAGES = CASE_STAGES;
export type Stage = (typeof STAGES)[number];

/** Every stage but the last: something is to be done, and somebody owns it. */
export const OPEN_STAGES = STAGES.filter((stage) => stage !== "closed");

/** The two lines of the procedure. */
export const LINES = CASE_LINES;
export type Line = (typeof LINES)[number];

/** What a stage is called, when a case enters it and when it leaves it. */
export interface StageDescription {
  readonly name: Sentence;
  readonly enters: Sentence;
  readonly leaves: Sentence;
  /** Who owns the case in the stage; during a handover both do. */
  readonly owners: readonly Line[];
}

export const STAGE: Readonly<Record<Stage, StageDescription>> = {
  intake: {
    name: say("Mottak", "Mottak", "Intake"),
    enters: say(
      "Et varsel er bekreftet å gjelde en person med norsk autorisasjon.",
      "Eit varsel er stadfesta å gjelde ein person med norsk autorisasjon.",
      "An alert is confirmed to concern a person with a Norwegian authorisation.",
    ),
    leaves: say(
      "Saken er opprettet, og registrene er slått opp.",
      "Saka er oppretta, og registera er slått opp.",
      "The case is opened and the registers have been looked up.",
    ),
    owners: ["firstLine"],
  },
  triage: {
    name: say("Prioritering", "Prioritering", "Triage"),
    enters: say(
      "Registeroppslagene er besvart.",
      "Registeroppslaga er svarte på.",
      "The look-ups have been answered.",
    ),
    leaves: say("Prioriteten er satt.", "Prioriteten er sett.", "The priority is set."),
    owners: ["firstLine"],
  },
  documentation: {
    name: say("Dokumentinnhenting", "Dokumentinnhenting", "Documentation"),
    enters: say("Prioriteten er satt.", "Prioriteten er sett.", "The priority is set."),
    leaves: say(
      "Dokumentasjonen er tilstrekkelig eller umulig å få fra avsenderen, eller purringene er brukt opp og prosesseieren har bestemt at saken går videre.",
      "Dokumentasjonen er tilstrekkeleg eller umogleg å få frå avsendaren, eller purringane er brukte opp og prosesseigaren har bestemt at saka går vidare.",
      "The documentation is sufficient, the sender cannot share it, or the reminders are exhausted and the process owner has decided that the case goes on.",
    ),
    owners: ["firstLine"],
  },
  handover: {
    name: say("Overlevering", "Overlevering", "Handover"),
    enters: say(
      "Førstelinjen tilbyr saken til andrelinjen.",
      "Førstelinja tilbyr saka til andrelinja.",
      "The first line offers the case to the second line.",
    ),
    leaves: say(
      "Andrelinjen tar imot saken, eller returnerer den med begrunnelse. Den som tilbød saken, kan aldri selv ta imot den.",
      "Andrelinja tek imot saka, eller returnerer ho med grunngiving. Den som tilbaud saka, kan aldri sjølv ta imot ho.",
      "The second line accepts the case or returns it with a reason. Who offered it can never accept it.",
    ),
    owners: ["firstLine", "secondLine"],
  },
  assessment: {
    name: say("Realitetsbehandling", "Realitetshandsaming", "Assessment"),
    enters: say(
      "Andrelinjen har tatt imot saken.",
      "Andrelinja har teke imot saka.",
      "The second line has accepted the case.",
    ),
    leaves: say(
      "Rettslig spor og foreslått utfall er bestemt.",
      "Rettsleg spor og foreslått utfall er bestemt.",
      "Legal track and proposed outcome are decided.",
    ),
    owners: ["secondLine"],
  },
  preNotice: {
    name: say("Forhåndsvarsel", "Førehandsvarsel", "Pre-notice"),
    enters: say(
      "Det foreslåtte utfallet er en reaksjon.",
      "Det foreslåtte utfallet er ein reaksjon.",
      "The proposed outcome is a reaction.",
    ),
    leaves: say(
      "Helsepersonellet har uttalt seg, eller fristen for å uttale seg er ute.",
      "Helsepersonellet har uttalt seg, eller fristen for å uttale seg er ute.",
      "The professional has replied, or the time limit for replying has passed.",
    ),
    owners: ["secondLine"],
  },
  decision: {
    name: say("Vedtak", "Vedtak", "Decision"),
    enters: say(
      "Forhåndsvarslingen er avsluttet, eller det foreslåtte utfallet er ingen reaksjon.",
      "Førehandsvarslinga er avslutta, eller det foreslåtte utfallet er ingen reaksjon.",
      "The hearing is done, or the proposed outcome is no reaction.",
    ),
    leaves: say(
      "Vedtaket er godkjent av en annen enn den som skrev det, og sendt.",
      "Vedtaket er godkjent av ein annan enn den som skreiv det, og sendt.",
      "The decision is approved by somebody other than its author, and sent.",
    ),
    owners: ["secondLine"],
  },
  effectuation: {
    name: say("Iverksetting", "Iverksetjing", "Effectuation"),
    enters: say("Vedtaket er sendt.", "Vedtaket er sendt.", "The decision is sent."),
    leaves: say(
      "HPR er lest tilbake, og meldingene i IMI, til de nordiske landene og til andre er dokumentert.",
      "HPR er lese tilbake, og meldingane i IMI, til dei nordiske landa og til andre er dokumenterte.",
      "HPR is read back, and the IMI entry and the Nordic and other notices are evidenced.",
    ),
    owners: ["firstLine"],
  },
  closed: {
    name: say("Fullført", "Fullført", "Closed"),
    enters: say(
      "Alle vilkårene for å avslutte saken er oppfylt.",
      "Alle vilkåra for å avslutte saka er oppfylte.",
      "All closing criteria are met.",
    ),
    leaves: say(
      "Saken gjenåpnes med begrunnelse.",
      "Saka blir opna på nytt med grunngiving.",
      "The case is reopened with a reason.",
    ),
    owners: [],
  },
};
