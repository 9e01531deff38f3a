import type { Chance } from "@varde/linkage/invented";
import { type Entity, type Envelope, textPart } from "../mime/message.ts";
import { drawMessageId, INTAKE_ADDRESS } from "./envelopes.ts";

/** A message that is not about anybody: what stands above it and in it. */
export interface Chatter {
  address: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

const REPLIED = { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" };

/** Answers that mail programs give by themselves, with the header that says so. */
export const AUTO_REPLIES: readonly Chatter[] = [
  {
    address: "registry@council.example",
    subject: "Automatic reply: Request for documentation",
    text: "Thank you for your e-mail. We aim to answer within ten working days.",
    headers: REPLIED,
  },
  {
    address: "poststelle@aufsicht.de.example",
    subject: "Automatische Antwort: Anfrage",
    text: "Vielen Dank für Ihre Nachricht. Ihr Anliegen wird bearbeitet.",
    headers: REPLIED,
  },
  {
    address: "registrator@vard.se.example",
    subject: "Autosvar: Begäran om handlingar",
    text: "Tack för ditt meddelande. Vi har tagit emot det och återkommer.",
    headers: REPLIED,
  },
  {
    address: "accueil@ordre.fr.example",
    subject: "Réponse automatique : demande",
    text: "Nous accusons réception de votre message.",
    headers: REPLIED,
  },
  {
    address: "kirjaamo@terveys.fi.example",
    subject: "Automaattinen vastaus: tietopyyntö",
    text: "Kiitos viestistäsi. Vastaamme mahdollisimman pian.",
    headers: REPLIED,
  },
];

/** Absences, which many programs send without any header that tells. */
export const ABSENCES: readonly Chatter[] = [
  {
    address: "m.osei@council.example",
    subject: "Out of office",
    text: "I am out of the office until Monday. For urgent matters please call the switchboard.",
  },
  {
    address: "k.brandt@aufsicht.de.example",
    subject: "Abwesenheitsnotiz",
    text: "Ich bin bis zum 14. nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.",
  },
  {
    address: "l.dubois@ordre.fr.example",
    subject: "Absence du bureau",
    text: "Je suis absente jusqu'à lundi prochain. Votre message ne sera pas transmis.",
  },
  {
    address: "a.lind@vard.se.example",
    subject: "Frånvaro",
    text: "Jag är på semester och läser inte min e-post. Vid brådskande ärenden, kontakta registratorn.",
  },
  {
    address: "p.holm@sundhed.dk.example",
    subject: "Ikke på kontoret",
    text: "Jeg er på ferie til og med fredag og svarer, når jeg er tilbage.",
  },
  {
    address: "k.berg@fylke.example",
    subject: "Fraværsmelding",
    text: "Jeg er ikke på kontoret i dag. Haster det, ta kontakt med ekspedisjonen.",
  },
];

/** Offers nobody asked for; some use words that also stand in alerts. */
export const OFFERS: readonly Chatter[] = [
  {
    address: "deals@shop.example",
    subject: "Special offer",
    text: "Buy now and save 70 %! Offer valid until midnight. Name your price.\n\nUnsubscribe: https://shop.example/u",
  },
  {
    address: "win@lottery.example",
    subject: "You have won",
    text: "Congratulations! Send your name and date of birth to claim the prize before it is withdrawn.",
  },
  {
    address: "sales@uniform.example",
    subject: "New season: scrubs for nurses and doctors",
    text: "Nurse? Doctor? Dentist? New colours in stock. Free delivery from 50 EUR.\n\nUnsubscribe: https://uniform.example/u",
  },
  {
    address: "crypto@invest.example",
    subject: "Alert: your portfolio is up 400%",
    text: "Alert! Do not miss this. Click here to withdraw your profit: http://invest.example/x",
  },
];

/** Circulars of professional bodies that name no person. */
export const NEWSLETTERS: readonly Chatter[] = [
  {
    address: "news@regulators.example",
    subject: "Regulators' Newsletter, spring issue",
    text: "In this issue: new guidance on language testing; dates for the annual conference; a look at mobility figures.\n\nTo unsubscribe, follow the link below.",
    headers: { "List-Unsubscribe": "<https://regulators.example/u>", "List-Id": "<news.regulators.example>" },
  },
  {
    address: "nyhetsbrev@helse.example",
    subject: "Nyhetsbrev for helsepersonell",
    text: "Denne gangen: nye retningslinjer, kurs i legemiddelhåndtering og en reportasje fra nord.\n\nMeld deg av nyhetsbrevet her.",
    headers: { "List-Unsubscribe": "<mailto:av@helse.example>" },
  },
  {
    address: "infolettre@sante.example",
    subject: "Lettre d'information",
    text: "Au sommaire : mobilité des professionnels de santé, calendrier des formations.\n\nSe désabonner.",
    headers: { "List-Unsubscribe": "<https://sante.example/d>" },
  },
];

/** Letters from people unknown, about something that an officer must look at: nothing here can be read as an alert. */
export const INQUIRIES: readonly Chatter[] = [
  {
    address: "worried.relative@webmail.example",
    subject: "Question about a doctor",
    text: "Good morning,\n\nI heard that a doctor who treated my mother abroad now works in your country. Could someone please call me?\n\nKind regards",
  },
  {
    address: "journalist@avisen.example",
    subject: "Innsyn i saker om helsepersonell",
    text: "Hei,\n\nViser til telefonsamtale i går. Kan dere bekrefte at dere har fått meldingen vi snakket om?\n\nHilsen",
  },
  {
    address: "hr@klinik.example",
    subject: "Anfrage zu einer Bewerbung",
    text: "Sehr geehrte Damen und Herren,\n\nbei uns hat sich jemand beworben, der zuvor in Norwegen tätig war. Dürfen wir Sie um einen Rückruf bitten?\n\nMit freundlichen Grüßen",
  },
];

/** The envelope and body of a message that is not about anybody. */
export function writeChatter(
  chatter: Chatter,
  sentAt: number,
  chance: Chance,
): { envelope: Envelope; body: Entity } {
  return {
    envelope: {
      from: { address: chatter.address },
      to: INTAKE_ADDRESS,
      subject: chatter.subject,
      sentAt,
      messageId: drawMessageId(chance, chatter.address),
      others: { ...chatter.headers },
    },
    body: textPart(`${chatter.text}\n`, chance),
  };
}

/** A report that a message of ours could not be delivered (RFC 3464). */
export function writeDeliveryReport(sentAt: number, chance: Chance): { envelope: Envelope; body: Entity } {
  const address = "mailer-daemon@mx.example";
  const recipient = chance.pick([
    "registry@council.example",
    "info@ordre.fr.example",
    "urząd@izba.pl.example",
  ]);
  const status = `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
  return {
    envelope: {
      from: { name: "Mail Delivery System", address },
      to: INTAKE_ADDRESS,
      subject: "Undelivered Mail Returned to Sender",
      sentAt,
      messageId: drawMessageId(chance, address),
      others: { "Auto-Submitted": "auto-replied" },
    },
    body: {
      multipart: "report",
      parts: [
        textPart(`Your message to ${recipient} could not be delivered: mailbox unavailable.\n`, chance),
        { mediaType: "message/delivery-status", bytes: Buffer.from(status), encoding: "8bit" },
      ],
    },
  };
}
