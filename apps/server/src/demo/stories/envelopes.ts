import type { Chance } from "@varde/linkage/invented";
import { letterSubject } from "../containers/nordic-letter.ts";
import { hexDigits } from "../draws.ts";
import type { Form } from "../form.ts";
import type { Envelope } from "../mime/message.ts";

/** The mailbox that receives alerts. */
export const INTAKE_ADDRESS = "utland@tilsyn.example";

const SYSTEM = { name: "IMI", address: "noreply@imi.example" };

/** Addresses of offices that send on behalf of their authority. */
const OFFICES: Readonly<Record<string, string>> = {
  SE: "tillsyn@vard.se.example",
  DK: "tilsyn@sundhed.dk.example",
  FI: "valvonta@terveys.fi.example",
  IS: "eftirlit@heilbrigdi.is.example",
  GB: "notices@uk.example",
  IE: "notices@ie.example",
  DE: "approbation@aufsicht.de.example",
  NL: "meldingen@toezicht.nl.example",
  PL: "rejestr@izba.pl.example",
};

/** What an envelope is made for. */
export interface Posting {
  form: Form;
  country: string;
  authority: string;
  sentAt: number;
  chance: Chance;
}

/** The envelope of an alert: from the common system or from the authority itself. */
export function alertEnvelope({ form, country, authority, sentAt, chance }: Posting): Envelope {
  const office = OFFICES[country];
  const isDirect = office !== undefined && chance.happens(0.35);
  return {
    from: isDirect ? { name: authority, address: office } : SYSTEM,
    to: INTAKE_ADDRESS,
    subject: alertSubject(form, chance),
    sentAt,
    messageId: drawMessageId(chance, isDirect ? office : SYSTEM.address),
    others: isDirect ? {} : systemHeaders(chance),
  };
}

/** The envelope of a letter from a Nordic authority. */
export function letterEnvelope({ form, country, authority, sentAt, chance }: Posting): Envelope {
  const address = OFFICES[country] ?? "tilsyn@nordic.example";
  const number = numberOf(form);
  return {
    from: { name: authority, address },
    to: INTAKE_ADDRESS,
    subject: number && chance.happens(0.7) ? `${letterSubject(form)} ${number}` : letterSubject(form),
    sentAt,
    messageId: drawMessageId(chance, address),
  };
}

/** A message id at the host of an address; nobody has it twice. */
export const drawMessageId = (chance: Chance, address: string): string =>
  `<${hexDigits(chance, 16)}@${address.split("@")[1]}>`;

/** Headers of a system that sends by itself; they say the message is automatic, not that it is an answer. */
function systemHeaders(chance: Chance): Record<string, string> {
  return chance.happens(0.4) ? { "Auto-Submitted": "auto-generated", Precedence: "bulk" } : {};
}

const numberOf = (form: Form): string | undefined =>
  form.rows.find(({ field }) => field === "alertNumber")?.value || undefined;

function alertSubject(form: Form, chance: Chance): string {
  const number = numberOf(form);
  const patterns = [`IMI ${form.title}`, form.title, `[IMI] ${form.title}`];
  const subject = chance.pick(patterns);
  return number && chance.happens(0.85) ? `${subject}: ${number}` : subject;
}
