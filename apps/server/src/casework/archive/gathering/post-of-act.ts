import type { PostDirection } from "../archived-case.ts";

/** With whom a post was exchanged: the authority of a request or of an alert, the professional, the appeals board. */
export type Counterpart = "requested" | "sender" | "professional" | "appealsBoard";

/** What an act leaves in the archive. */
export interface PostOfAct {
  readonly direction: PostDirection;
  /** A title that names nobody: it stands in public journals as it is. */
  readonly title: string;
  readonly with?: Counterpart;
  /** The words of which decision the post carries. */
  readonly carries?: "decision" | "suspension";
}

const sent = (title: string, to: Counterpart, carries?: PostOfAct["carries"]): PostOfAct => ({
  direction: "outgoing",
  title,
  with: to,
  ...(carries && { carries }),
});
const received = (title: string, from: Counterpart): PostOfAct => ({
  direction: "incoming",
  title,
  with: from,
});
const written = (title: string): PostOfAct => ({ direction: "internal", title });

/**
 * Acts that make a document worth keeping (arkivforskriften § 9): what was sent or received, and what an officer gave as
 * reason. Other acts are steps of the work, told in the change log where they change what the archive says.
 */
export const POST_OF_ACT: Readonly<Record<string, PostOfAct>> = {
  establishBasisCountry: written("Grunnlagsland for autorisasjonen"),
  overridePriority: written("Begrunnelse for prioritet"),
  requestDocuments: sent("Anmodning om dokumentasjon", "requested"),
  recordReminder: sent("Purring på dokumentasjon", "requested"),
  recordDocumentsReceived: received("Dokumentasjon fra utenlandsk myndighet", "requested"),
  recordDocumentsPartly: received("Deler av dokumentasjonen fra utenlandsk myndighet", "requested"),
  recordCannotShare: received("Svar om at dokumentasjon ikke kan deles", "requested"),
  recordNoAnswer: written("Dokumentasjon ikke mottatt"),
  recordTranslation: written("Vurdering av oversettelse"),
  offerHandover: written("Overlevering"),
  returnHandover: written("Retur av overlevering"),
  chooseTrack: written("Valg av rettslig spor"),
  recordFinding: written("Faktisk forhold slått fast"),
  proposeOutcome: written("Forslag til utfall"),
  readSecond: written("Annenlesers vurdering"),
  sendPreNotice: sent("Forhåndsvarsel", "professional"),
  recordPreNoticeReply: received("Uttalelse til forhåndsvarsel", "professional"),
  waivePreNotice: written("Begrunnelse for å unnlate forhåndsvarsel"),
  reconsider: written("Ny vurdering av saken"),
  returnDecision: written("Retur av utkast til vedtak"),
  recordDecisionSent: sent("Vedtak", "professional", "decision"),
  recordEffectuation: written("Dokumentasjon på iverksetting"),
  proposeDismissal: written("Forslag om å avvise saken"),
  dismissCase: written("Avvisning av saken"),
  rejectDismissal: written("Forslag om å avvise saken forkastet"),
  reopenCase: written("Begrunnelse for gjenåpning"),
  imposeInterimSuspension: written("Forslag om midlertidig suspensjon"),
  returnInterimSuspension: written("Retur av forslag om midlertidig suspensjon"),
  recordSuspensionSent: sent("Vedtak om midlertidig suspensjon", "professional", "suspension"),
  extendInterimSuspension: written("Forslag om forlenget suspensjon"),
  liftInterimSuspension: written("Oppheving av suspensjon"),
  receiveAppeal: received("Klage", "professional"),
  reassessAppeal: written("Egen vurdering av klagen"),
  forwardAppeal: sent("Oversendelse av klage", "appealsBoard"),
  recordBoardOutcome: received("Klagenemndas avgjørelse", "appealsBoard"),
  askSender: sent("Spørsmål om identitet", "sender"),
  recordSenderAnswer: received("Svar på spørsmål om identitet", "sender"),
  receiveRenunciation: received("Erklæring om avkall på autorisasjon", "professional"),
  confirmRenunciation: sent("Bekreftelse av avkall på autorisasjon", "professional"),
  withdrawRenunciation: received("Tilbaketrekking av avkall på autorisasjon", "professional"),
};
