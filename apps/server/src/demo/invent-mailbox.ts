import { chanceFrom, type InventedPerson } from "@varde/linkage/invented";
import { dealer } from "./draws.ts";
import { createWorld } from "./invent-facts.ts";
import type { Step } from "./stories/alert-stories.ts";
import { SCENARIOS, type Scenario } from "./stories/scenarios.ts";
import type { TruthRow } from "./truth.ts";

/** A message of an invented mailbox. */
export interface InventedMessage {
  /** `00001.eml` and on, in the order of arrival. */
  fileName: string;
  bytes: Uint8Array;
  /** When it was sent, milliseconds since 1970 UTC. */
  sentAt: number;
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
  const deal = dealer(chance, options.scenarios ?? SCENARIOS);
  const waiting: Waiting[] = [];
  for (let turn = 0; turn < options.messages; turn++) {
    const sentAt = start + Math.floor((turn + chance.next()) * minutes) * 60_000;
    const left = options.messages - turn;
    const room = left - owed(waiting);
    const begin = (): Step[] => {
      const { name, story } = deal(({ messages }) => messages <= room);
      return story({ world, chance, startsAt: sentAt, scenario: name });
    };
    const [step, ...rest] = takeDue(waiting, turn, room)?.rest ?? begin();
    if (!step) throw new RangeError("a story needs a message");
    const [next] = rest;
    if (next) waiting.push({ turn: turn + 1 + next.after, rest });
    yield { fileName: `${String(turn + 1).padStart(5, "0")}.eml`, sentAt, ...step.write(sentAt) };
  }
}

const owed = (waiting: readonly Waiting[]): number => waiting.reduce((sum, { rest }) => sum + rest.length, 0);

/** The waiting step that comes next: the earliest one when it is due, or when there is room for no other. */
function takeDue(waiting: Waiting[], turn: number, room: number): Waiting | undefined {
  const earliest = Math.min(...waiting.map(({ turn: due }) => due));
  if (waiting.length === 0 || (earliest > turn && room > 0)) return undefined;
  const at = waiting.findIndex(({ turn: due }) => due === earliest);
  return waiting.splice(at, 1)[0];
}
