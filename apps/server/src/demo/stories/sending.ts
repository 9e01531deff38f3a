import type { MessageState } from "@varde/contract/intake";
import type { Chance } from "@varde/linkage/invented";
import { forwardedInline, forwardedWhole } from "../containers/forwarded.ts";
import { drawContainer } from "../containers/index.ts";
import { writePlainText } from "../containers/plain-text.ts";
import { drawHabits, type Form, fillForm, type Habits } from "../form.ts";
import type { Subject } from "../invent-facts.ts";
import { getLanguage } from "../language/index.ts";
import { composeMessage, type Entity, type Envelope } from "../mime/message.ts";
import { type TruthRow, truthOf } from "../truth.ts";
import { alertEnvelope, drawMessageId, INTAKE_ADDRESS, letterEnvelope, type Posting } from "./envelopes.ts";

/** A message and what is true of it. */
export interface Told {
  bytes: Uint8Array;
  truth: TruthRow[];
}

/** An alert, or several, written by a sender; kept while it may be sent again. */
export interface Composed {
  subjects: readonly Subject[];
  envelope: Envelope;
  body: Entity;
  bytes: Uint8Array;
  container: string;
}

/** The calendar date (ISO, UTC) of an instant. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The habits of an office in the country of a subject's alert: mostly its own language, sometimes another. */
export function drawSender({ country }: Subject, chance: Chance): Habits {
  const [own = "en"] = country.languages;
  return drawHabits(getLanguage(chance.happens(0.65) ? own : chance.pick(country.languages)), chance);
}

/** Writes alerts of one sender as a message sent at an instant. */
export function compose(
  subjects: readonly [Subject, ...Subject[]],
  habits: Habits,
  sentAt: number,
  chance: Chance,
): Composed {
  const [subject] = subjects;
  const forms = subjects.map(({ facts }) => fillForm(facts, habits, chance)) as [Form, ...Form[]];
  const container = drawContainer(forms, chance);
  const body = container.fill({ forms, date: dayOf(sentAt), chance });
  const isCircular = forms.length > 1 || ["workbook", "csv"].includes(container.name);
  const posting = postingOf(subject, forms[0], isCircular, sentAt, chance);
  const envelope = container.name === "nordicLetter" ? letterEnvelope(posting) : alertEnvelope(posting);
  return {
    subjects,
    envelope,
    body,
    bytes: composeMessage(envelope, body, chance),
    container: container.name,
  };
}

/** What is posted, of a subject in a form. */
export const postingOf = (
  subject: Subject,
  form: Form,
  isCircular: boolean,
  sentAt: number,
  chance: Chance,
): Posting => ({
  form,
  isCircular,
  country: subject.country.code,
  authority: subject.facts.fields.authority ?? "",
  sentAt,
  chance,
});

const COLLEAGUE = { name: "Førstelinje", address: "forstelinje@tilsyn.example" };

/** A message as a colleague passes it on, whole. */
export function forward(composed: Composed, sentAt: number, chance: Chance): Composed {
  const envelope = forwardingEnvelope(composed.envelope, sentAt, chance);
  const body = forwardedWhole(composed.bytes, chance);
  const bytes = composeMessage(envelope, body, chance);
  return { ...composed, envelope, body, bytes, container: `forwarded ${composed.container}` };
}

/** An alert that a colleague passes on as text, below the head of the message it came in. */
export function composeForwarded(subject: Subject, habits: Habits, sentAt: number, chance: Chance): Composed {
  const form = fillForm(subject.facts, habits, chance);
  const original = alertEnvelope(postingOf(subject, form, false, sentAt - 3_600_000, chance));
  const envelope = forwardingEnvelope(original, sentAt, chance);
  const body = forwardedInline(original, writePlainText(form, chance), chance);
  const bytes = composeMessage(envelope, body, chance);
  return { subjects: [subject], envelope, body, bytes, container: "forwardedInline" };
}

const forwardingEnvelope = (original: Envelope, sentAt: number, chance: Chance): Envelope => ({
  from: COLLEAGUE,
  to: INTAKE_ADDRESS,
  subject: `${chance.pick(["Fwd", "VS", "WG", "FW"])}: ${original.subject}`,
  sentAt,
  messageId: drawMessageId(chance, COLLEAGUE.address),
});

/** The same content once more in a message of its own, with its own id and time. */
export function sendAgain(composed: Composed, sentAt: number, chance: Chance): Composed {
  const messageId = drawMessageId(chance, composed.envelope.from.address);
  const envelope = { ...composed.envelope, sentAt, messageId };
  return { ...composed, envelope, bytes: composeMessage(envelope, composed.body, chance) };
}

/** The same message once more, delivered by another route: same id, other headers. */
export function deliverAgain(composed: Composed, chance: Chance): Composed {
  const route = { Received: "from relay.example by mx.tilsyn.example; redelivered" };
  const envelope = { ...composed.envelope, others: { ...composed.envelope.others, ...route } };
  return { ...composed, envelope, bytes: composeMessage(envelope, composed.body, chance) };
}

/** A composed message with the state it should end in. */
export function tell(composed: Composed, scenario: string, state: MessageState): Told {
  const truth = composed.subjects.map(({ facts, hpr, noise }) =>
    truthOf(facts, { state, scenario, container: composed.container, noise, ...(hpr ? { hpr } : {}) }),
  );
  return { bytes: composed.bytes, truth };
}
