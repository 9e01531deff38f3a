import type { InputOf } from "../acts/act-inputs.ts";
import type { ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { ActingOfficer } from "../circumstances.ts";
import { isStep, judgeAct } from "../judge-act.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** Plays acts on an invented case with a clock of its own; a refused act is an error that says why. */
export class Play {
  facts: CaseFacts;
  at: string;

  constructor(facts: CaseFacts, at: string) {
    this.facts = facts;
    this.at = at;
  }

  /** Does an act. */
  do<A extends ActName>(by: ActingOfficer, act: A, input: InputOf<A>): this {
    const verdict = judgeAct(this.facts, act, by, input, this.at);
    if (!isStep(verdict)) throw new Error(`${act} is refused: ${JSON.stringify(verdict)}`);
    this.facts = verdict.facts;
    return this;
  }

  /** Lets days pass. */
  pass(days: number): this {
    this.at = new Date(Date.parse(this.at) + days * MILLISECONDS_A_DAY).toISOString();
    return this;
  }

  /** Changes what lies outside the case. */
  given(more: Partial<CaseFacts>): this {
    this.facts = { ...this.facts, ...more };
    return this;
  }

  /** The calendar day it is, so many days from now. */
  day(days = 0): string {
    return new Date(Date.parse(this.at) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  }
}
