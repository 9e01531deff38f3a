import { chanceFrom, type InventedPerson } from "@varde/linkage/invented";
import type { Scene, Step } from "./alert-stories.ts";
import { byShare } from "./draws.ts";
import { createWorld } from "./invent-facts.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";
import type { TruthRow } from "./truth.ts";

/** A message of an invented mailbox. */
export interface InventedMessage {
  /** `00001.eml` and on, in the order of arrival. */
  fileName: string;
  bytes: Uint8Array;
  /** One row per alert in it, or one row when it holds none. */
  truth: TruthRow[];
}

export interface MailboxOptions {
  seed: number | string;
  /** People in the register that alerts may be about; the rest are about people no register knows. */
  people: readonly InventedPerson[];
  messages: number;
  /** ISO calendar date (UTC) of the first message. */
  startDate: string;
  /** Average time between two messages; three hours unless told. */
  minutesBetween?: number;
  /** What may happen; every scenario unless told. */
  scenarios?: readonly Scenario[];
}

/** A step of a story that has begun, waiting for its turn. */
interface Waiting {
  turn: number;
  rest: Step[];
}

/**
 * Invents the messages of an intake mailbox in the order they arrive, with what is true of each. The same options
 * give the same bytes. Messages are made one at a time, so ten thousand need no more memory than ten.
 */
export function* inventMailbox(options: MailboxOptions): Generator<InventedMessage> {
  const chance = chanceFrom(`mailbox ${options.seed}`);
  const world = createWorld(String(options.seed), options.people, chance);
  const minutes = options.minutesBetween ?? 180;
  const start = Date.parse(`${options.startDate}T00:00:00Z`);
  const scenarios = options.scenarios ?? SCENARIOS;
  const waiting: Waiting[] = [];
  for (let turn = 0; turn < options.messages; turn++) {
    const sentAt = start + Math.floor((turn + chance.next()) * minutes) * 60_000;
    const left = options.messages - turn;
    const due = takeDue(waiting, turn, left);
    const steps =
      due?.rest ??
      beginStory({ world, chance, startsAt: sentAt, scenario: "" }, scenarios, left - owed(waiting));
    const [step, ...rest] = steps;
    if (!step) throw new RangeError("a story needs a message");
    const next = rest[0];
    if (next) waiting.push({ turn: turn + 1 + next.after, rest });
    yield { fileName: `${String(turn + 1).padStart(5, "0")}.eml`, ...step.write(sentAt) };
  }
}

const owed = (waiting: readonly Waiting[]): number => waiting.reduce((sum, { rest }) => sum + rest.length, 0);

/** The waiting step that comes next: the earliest one due, or, when only the waiting ones fit in, any. */
function takeDue(waiting: Waiting[], turn: number, left: number): Waiting | undefined {
  let at = -1;
  for (const [i, { turn: due }] of waiting.entries()) {
    const earliest = waiting[at]?.turn ?? Number.POSITIVE_INFINITY;
    if (due < earliest) at = i;
  }
  const candidate = waiting[at];
  if (!candidate || (candidate.turn > turn && owed(waiting) < left)) return undefined;
  waiting.splice(at, 1);
  return candidate;
}

/** Begins a story that is over before the mailbox is full. */
function beginStory(scene: Scene, scenarios: readonly Scenario[], room: number): Step[] {
  const fitting = scenarios.filter(({ messages }) => messages <= room);
  const { name, story } = byShare(scene.chance, fitting);
  return story({ ...scene, scenario: name });
}
