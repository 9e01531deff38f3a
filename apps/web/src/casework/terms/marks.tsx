import type { AlertRow, AlertStatus, IdentityState, MessageState } from "@varde/contract";
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
const LEFT_OPEN: ReadonlySet<IdentityState> = new Set(["unmatched", "awaitingDecision"]);

/** Where a message stands. */
export function MessageStateMark({ state }: { state: MessageState }) {
  const [tone, symbol] = MESSAGE_STATE[state];
  return <TermMark tone={tone} symbol={symbol} term={`messageState.${state}`} />;
}

/** Where the identity of an alert stands. Nobody may decide about one that has ended, so it awaits nobody either. */
export function IdentityMark({ alert }: { alert: Pick<AlertRow, "identity" | "status"> }) {
  const { identity, status } = alert;
  if (status !== "valid" && LEFT_OPEN.has(identity))
    return <TermMark tone="neutral" symbol="–" term="identity.leftOpen" />;
  const [tone, symbol] = IDENTITY[identity];
  return <TermMark tone={tone} symbol={symbol} term={`identity.${identity}`} />;
}

/** Whether an alert is in force. */
export function AlertStatusMark({ status }: { status: AlertStatus }) {
  const [tone, symbol] = STATUS[status];
  return <TermMark tone={tone} symbol={symbol} term={`status.${status}`} />;
}

type Term = Extract<keyof typeof termMessages.nb, `${"messageState" | "identity" | "status"}.${string}`>;

function TermMark({ term, tone, symbol }: { term: Term; tone: Tone; symbol: string | undefined }) {
  const t = useMessages(termMessages);
  return (
    <Mark tone={tone} symbol={symbol}>
      {t(term)}
    </Mark>
  );
}
