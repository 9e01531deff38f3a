import type { CaseFacts } from "../case-facts.ts";
import { APPEALABLE } from "../side/appeal.ts";
import { dayOf, workingDaysBetween } from "./calendar.ts";

/** Whom a case can wait for. */
export const AWAITED = [
  "foreignAuthority",
  "sender",
  "professional",
  "appealsBoard",
  "police",
  "court",
  "translation",
] as const;
export type Awaited = (typeof AWAITED)[number];

/** A time during which the next move is somebody else's. Calendar days; `until` is open while it lasts. */
export interface Wait {
  readonly for: Awaited;
  readonly from: string;
  readonly until: string | null;
}

/** Working days that passed: ours, and those of others. */
export interface TimeSpent {
  readonly ours: number;
  readonly theirs: number;
}

/** Every time the case has waited for others, and those that last. A pause for reasons of our own is our time. */
export function waitsOf(facts: CaseFacts): readonly Wait[] {
  return [
    ...waitsForDocuments(facts),
    ...waitsForAnswers(facts),
    ...waitsForHearing(facts),
    ...waitsForBoard(facts),
    ...pauses(facts),
  ];
}

/** Whom the case waits for now, longest first. */
export function waitsNow(facts: CaseFacts): readonly Wait[] {
  return waitsOf(facts)
    .filter(({ until }) => until === null)
    .sort((one, other) => one.from.localeCompare(other.from));
}

/** Working days since an instant until another, with those apart on which the case waited for somebody else. */
export function timeSpent(facts: CaseFacts, since: string, at: string): TimeSpent {
  const from = dayOf(since);
  const to = dayOf(at);
  const waits = waitsOf(facts)
    .map((wait) => ({ from: laterOf(wait.from, from), until: earlierOf(wait.until ?? to, to) }))
    .sort((one, other) => one.from.localeCompare(other.from));
  let theirs = 0;
  let counted = from;
  for (const wait of waits) {
    theirs += workingDaysBetween(laterOf(wait.from, counted), wait.until);
    counted = laterOf(counted, wait.until);
  }
  return { ours: workingDaysBetween(from, to) - theirs, theirs };
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

function waitsForDocuments({ requests }: CaseFacts): readonly Wait[] {
  return requests.map(({ sentOn, ended }) => ({
    for: "foreignAuthority",
    from: sentOn,
    until: ended ? dayOf(ended.at) : null,
  }));
}

function waitsForAnswers({ questions }: CaseFacts): readonly Wait[] {
  return questions.map(({ asked, ended }) => ({
    for: "sender",
    from: dayOf(asked.at),
    until: ended ? dayOf(ended.at) : null,
  }));
}

function waitsForHearing({ state, hearing }: CaseFacts): readonly Wait[] {
  const over: readonly Wait[] = hearing?.sent
    ? [
        {
          for: "professional",
          from: hearing.sent.sentOn,
          until: hearing.reply?.receivedOn ?? hearing.sent.sentOn,
        },
      ]
    : [];
  if (state.stage !== "preNotice" || state.phase === "toBeSent") return over;
  const until = state.phase === "replied" ? state.reply.receivedOn : null;
  return [...over, { for: "professional", from: state.sent.sentOn, until }];
}

function waitsForBoard({ appeals }: CaseFacts): readonly Wait[] {
  return APPEALABLE.flatMap((against) => {
    const appeal = appeals[against];
    if (appeal.status !== "withBoard" && appeal.status !== "settled") return [];
    if (!appeal.forwarded) return [];
    const until = appeal.status === "settled" ? dayOf(appeal.settled.at) : null;
    return [{ for: "appealsBoard" as const, from: appeal.forwarded.sentOn, until }];
  });
}

function pauses({ pause, formerPauses }: CaseFacts): readonly Wait[] {
  const former = formerPauses.flatMap(({ reason, from, until }) =>
    reason === "other" ? [] : [{ for: reason, from: dayOf(from), until: dayOf(until) }],
  );
  if (!pause || pause.reason === "other") return former;
  return [...former, { for: pause.reason, from: dayOf(pause.paused.at), until: null }];
}
