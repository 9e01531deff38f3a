import { dayAfter } from "./facts.ts";
import { type InventedMessage, inventMailbox } from "./invent-mailbox.ts";
import { inventRegister, inventRegisterPeople } from "./register/invent-register.ts";
import type { RegisterLine } from "./register/register-line.ts";
import { SCENARIOS, type Scenario } from "./stories/scenarios.ts";

const REGISTER = { seed: "demo", count: 5000 };
const MAILBOX = { seed: "demo", messages: 160 };
const DAYS = 42;

/** Every scenario, the rare ones oftener than in life, so that a small mailbox is sure to show them all. */
const DEMO_SCENARIOS: readonly Scenario[] = SCENARIOS.map((scenario) => ({
  ...scenario,
  share: scenario.share / 20,
}));

/** The register of the demo authority: 5,000 people, the same ones each time; `asOf` is an ISO calendar date. */
export const demoRegister = (asOf: string): Generator<RegisterLine> => inventRegister({ ...REGISTER, asOf });

/**
 * The mailbox of the demo authority: 160 messages spread over the six weeks that end on the day before `today`
 * (ISO calendar date, UTC), in every scenario. The same people and messages each time; only the dates move.
 */
export function demoMailbox(today: string): Generator<InventedMessage> {
  return inventMailbox({
    ...MAILBOX,
    people: [...inventRegisterPeople(REGISTER)],
    startDate: dayAfter(today, -DAYS),
    minutesBetween: (DAYS * 24 * 60) / MAILBOX.messages,
    scenarios: DEMO_SCENARIOS,
  });
}
