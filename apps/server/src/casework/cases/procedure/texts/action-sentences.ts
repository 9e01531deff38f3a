import type { ActionCode } from "../next-action/next-action.ts";
import { type Sentence, say } from "../sentence.ts";

/** What is to be done next, by code, as an officer would say it; `{name}` is filled from the action. */
export const ACTION_SENTENCES: Readonly<Record<ActionCode, Sentence>> = {
  lookUpRegisters: say("Slå opp i registrene", "Slå opp i registera", "Look up the registers"),
  confirmIdentity: say("Avgjør identiteten", "Avgjer identiteten", "Settle the identity"),
  decideDismissal: say(
    "Ta stilling til forslaget om å avvise",
    "Ta stilling til framlegget om å avvise",
    "Decide the proposal to dismiss",
  ),
  setPriority: say("Sett prioritet", "Set prioritet", "Set the priority"),
  finishTriage: say("Avslutt prioriteringen", "Avslutt prioriteringa", "Finish the triage"),
  requestDocuments: say("Be om dokumenter", "Be om dokument", "Request documents"),
  remindAuthority: say("Purr {authority}", "Purr {authority}", "Remind {authority}"),
  awaitDocuments: say(
    "Vent på dokumenter fra {authority}",
    "Vent på dokument frå {authority}",
    "Await documents from {authority}",
  ),
  decideWithoutAnswer: say(
    "Avgjør om saken skal gå videre uten svar fra {authority}",
    "Avgjer om saka skal gå vidare utan svar frå {authority}",
    "Decide whether to go on without an answer from {authority}",
  ),
  settleDocumentation: say(
    "Avslutt dokumentinnhentingen",
    "Avslutt dokumentinnhentinga",
    "Settle the documentation",
  ),
  offerHandover: say("Tilby overlevering", "By fram overlevering", "Offer the handover"),
  answerHandover: say(
    "Ta imot eller returner overleveringen",
    "Ta imot eller returner overleveringa",
    "Accept or return the handover",
  ),
  chooseTrack: say("Velg rettslig spor", "Vel rettsleg spor", "Choose the legal track"),
  meetTrackDemands: say(
    "Oppfyll kravene i sporet",
    "Oppfyll krava i sporet",
    "Meet the demands of the legal track",
  ),
  proposeOutcome: say("Foreslå utfall", "Foreslå utfall", "Propose an outcome"),
  readSecond: say("Les som annenleser", "Les som andrelesar", "Read as second reader"),
  proposeAnew: say("Foreslå på nytt", "Foreslå på nytt", "Propose anew"),
  concludeAssessment: say("Avslutt vurderingen", "Avslutt vurderinga", "Conclude the assessment"),
  sendPreNotice: say("Send forhåndsvarselet", "Send førehandsvarselet", "Send the pre-notice"),
  awaitReply: say(
    "Vent på uttalelse fra den det gjelder",
    "Vent på fråsegn frå den det gjeld",
    "Await the professional's reply",
  ),
  concludeHearing: say("Avslutt høringen", "Avslutt høyringa", "Conclude the hearing"),
  draftDecision: say("Skriv vedtaket", "Skriv vedtaket", "Draft the decision"),
  submitDecision: say(
    "Send vedtaket til godkjenning",
    "Send vedtaket til godkjenning",
    "Submit the decision for approval",
  ),
  reviseDecision: say(
    "Rett det returnerte vedtaket",
    "Rett det returnerte vedtaket",
    "Revise the returned decision",
  ),
  approveDecision: say("Godkjenn vedtaket", "Godkjenn vedtaket", "Approve the decision"),
  sendDecision: say("Send vedtaket", "Send vedtaket", "Send the decision"),
  effectuate: say("Iverksett: {lines}", "Set i verk: {lines}", "Effectuate: {lines}"),
  recordReceipt: say(
    "Registrer når vedtaket kom frem",
    "Registrer når vedtaket kom fram",
    "Record when the decision was received",
  ),
  awaitAppealDeadline: say(
    "Vent til klagefristen er ute",
    "Vent til klagefristen er ute",
    "Await the appeal deadline",
  ),
  closeCase: say("Avslutt saken", "Avslutt saka", "Close the case"),
  approveSuspension: say(
    "Godkjenn den midlertidige suspensjonen",
    "Godkjenn den mellombelse suspensjonen",
    "Approve the interim suspension",
  ),
  sendSuspension: say("Send suspensjonen", "Send suspensjonen", "Send the suspension"),
  recordSuspensionReceipt: say(
    "Registrer når suspensjonen kom frem",
    "Registrer når suspensjonen kom fram",
    "Record when the suspension was received",
  ),
  reviewSuspension: say(
    "Vurder suspensjonen på nytt",
    "Vurder suspensjonen på nytt",
    "Review the suspension",
  ),
  endSuspension: say("Avslutt suspensjonen", "Avslutt suspensjonen", "End the suspension"),
  reassessAppeal: say(
    "Vurder klagen på {against} på nytt",
    "Vurder klaga på {against} på nytt",
    "Reassess the appeal against {against}",
  ),
  forwardAppeal: say(
    "Send klagen på {against} til klagenemnda",
    "Send klaga på {against} til klagenemnda",
    "Forward the appeal against {against}",
  ),
  awaitBoard: say("Vent på klagenemnda", "Vent på klagenemnda", "Await the appeals board"),
  recordSenderAnswer: say(
    "Registrer svaret fra avsenderen",
    "Registrer svaret frå avsendaren",
    "Record the sender's answer",
  ),
  awaitSender: say("Vent på svar fra avsenderen", "Vent på svar frå avsendaren", "Await the sender's answer"),
  answerRenunciation: say(
    "Svar på frasigelsen av autorisasjonen",
    "Svar på fråseiinga av autorisasjonen",
    "Answer the renunciation",
  ),
  lookAgain: say("Se på saken igjen", "Sjå på saka igjen", "Look at the case again"),
  meetCriterion: say(
    "Oppfyll kriteriet: {criterion}",
    "Oppfyll kriteriet: {criterion}",
    "Meet the criterion: {criterion}",
  ),
  doTask: say("{title}", "{title}", "{title}"),
};
