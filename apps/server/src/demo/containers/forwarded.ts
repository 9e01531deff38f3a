import type { Chance } from "@varde/linkage/invented";
import { type Entity, type Envelope, messagePart, textPart, writeInstant } from "../mime/message.ts";

/** How a mail program words the head of a message it forwards. */
interface ForwardWords {
  line: string;
  from: string;
  sent: string;
  to: string;
  subject: string;
}

const WORDS: readonly ForwardWords[] = [
  { line: "-----Original Message-----", from: "From", sent: "Sent", to: "To", subject: "Subject" },
  {
    line: "---------- Forwarded message ---------",
    from: "From",
    sent: "Date",
    to: "To",
    subject: "Subject",
  },
  { line: "-----Opprinnelig melding-----", from: "Fra", sent: "Sendt", to: "Til", subject: "Emne" },
  { line: "-----Ursprungligt meddelande-----", from: "Från", sent: "Skickat", to: "Till", subject: "Ämne" },
  { line: "-----Ursprüngliche Nachricht-----", from: "Von", sent: "Gesendet", to: "An", subject: "Betreff" },
];

const NOTES = [
  "For your handling.",
  "FYI, see below.",
  "Videresendes til postkassen for varsler.",
  "Zur Kenntnis.",
];

/** A message passed on whole, as an attached message. */
export function forwardedWhole(message: Uint8Array, chance: Chance): Entity {
  return { multipart: "mixed", parts: [textPart(`${chance.pick(NOTES)}\n`, chance), messagePart(message)] };
}

/** A message passed on as text below a note, with the head its mail program writes, quoted or not. */
export function forwardedInline(original: Envelope, text: string, chance: Chance): Entity {
  const words = chance.pick(WORDS);
  const { from } = original;
  const head = [
    words.line,
    `${words.from}: ${from.name ?? from.address} <${from.address}>`,
    `${words.sent}: ${writeInstant(original.sentAt)}`,
    `${words.to}: ${original.to}`,
    `${words.subject}: ${original.subject}`,
    "",
  ];
  const quote = chance.happens(0.4) ? "> " : "";
  const quoted = [...head, ...text.split("\n")].map((line) => `${quote}${line}`.trimEnd());
  return textPart([chance.pick(NOTES), "", ...quoted].join("\n"), chance);
}
