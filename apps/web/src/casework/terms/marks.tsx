import type { AlertStatus, IdentityState, MatchOutcome, MessageState } from "@varde/contract";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../ui/figures/mark.tsx";
import { termMessages } from "./term-messages.ts";

type Look = readonly [tone: Tone, symbol?: string];

const MESSAGE_STATE: Record<MessageState, Look> = {
  received: ["warn", "✉"],
  read: ["accent", "…"],
  registered: ["good"],
  duplicate: ["neutral", "="],
  irrelevant: ["neutral", "–"],
  quarantined: ["bad", "!"],
};
const IDENTITY: Record<IdentityState, Look> = {
  unmatched: ["neutral", "…"],
  awaitingDecision: ["warn", "?"],
  confirmed: ["good"],
  rejected: ["neutral", "✕"],
  asked: ["accent", "→"],
  noMatch: ["neutral", "–"],
};
const STATUS: Record<AlertStatus, Look> = {
  valid: ["accent"],
  withdrawn: ["neutral", "↩"],
  expired: ["neutral", "⌛︎"],
};
const OUTCOME: Record<MatchOutcome, Look> = {
  certain: ["good", "●"],
  probable: ["warn", "◐"],
  noMatch: ["neutral", "○"],
};

/** Where a message stands. */
export function MessageStateMark({ state }: { state: MessageState }) {
  const [tone, symbol] = MESSAGE_STATE[state];
  return <TermMark tone={tone} symbol={symbol} term={`messageState.${state}`} />;
}

/** Where the identity of an alert stands. */
export function IdentityMark({ state }: { state: IdentityState }) {
  const [tone, symbol] = IDENTITY[state];
  return <TermMark tone={tone} symbol={symbol} term={`identity.${state}`} />;
}

/** Whether an alert is in force. */
export function AlertStatusMark({ status }: { status: AlertStatus }) {
  const [tone, symbol] = STATUS[status];
  return <TermMark tone={tone} symbol={symbol} term={`status.${status}`} />;
}

/** What the engine answered. */
export function OutcomeMark({ outcome }: { outcome: MatchOutcome }) {
  const [tone, symbol] = OUTCOME[outcome];
  return <TermMark tone={tone} symbol={symbol} term={`outcome.${outcome}`} />;
}

type Term = Extract<
  keyof typeof termMessages.nb,
  `${"messageState" | "identity" | "status" | "outcome"}.${string}`
>;

function TermMark({ term, tone, symbol }: { term: Term; tone: Tone; symbol: string | undefined }) {
  const t = useMessages(termMessages);
  return (
    <Mark tone={tone} symbol={symbol}>
      {t(term)}
    </Mark>
  );
}
