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

const officeOf = (country: string): string => OFFICES[country] ?? `alerts@${country.toLowerCase()}.example`;

/** What an envelope is made for. */
export interface Posting {
  form: Form;
  /** Whether it holds several people, or is a spreadsheet: the common system sends neither. */
  isCircular: boolean;
  country: string;
  authority: string;
  sentAt: number;
  chance: Chance;
}

/** The envelope of an alert: from the common system, or from the authority itself. */
export function alertEnvelope({ form, isCircular, country, authority, sentAt, chance }: Posting): Envelope {
  const isDirect = isCircular || (country in OFFICES && chance.happens(0.35));
  const from = isDirect ? { name: authority, address: officeOf(country) } : SYSTEM;
  return {
    from,
    to: INTAKE_ADDRESS,
    subject: isCircular && chance.happens(0.7) ? circularSubject(form) : alertSubject(form, chance),
    sentAt,
    messageId: drawMessageId(chance, from.address),
    others: isDirect ? {} : systemHeaders(chance),
  };
}

/** The envelope of a letter from a Nordic authority. */
export function letterEnvelope({ form, country, authority, sentAt, chance }: Posting): Envelope {
  const address = officeOf(country);
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

/** The subject of a circular: its number, which its alerts' numbers hold, or what it is. */
function circularSubject(form: Form): string {
  const circular = /-C(\d+)-/.exec(numberOf(form) ?? "")?.[1];
  return circular ? `Fitness to practise circular ${circular}` : form.title;
}

function alertSubject(form: Form, chance: Chance): string {
  const number = numberOf(form);
  const patterns = [`IMI ${form.title}`, form.title, `[IMI] ${form.title}`];
  const subject = chance.pick(patterns);
  return number && chance.happens(0.85) ? `${subject}: ${number}` : subject;
}
