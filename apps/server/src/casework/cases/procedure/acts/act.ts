import type { Refusal } from "../../../../platform/rules/refusal.ts";
import type { CaseChanges, CaseFacts } from "../case-facts.ts";
import type { CaseState, Done, StateOf } from "../case-state.ts";
import type { Circumstances } from "../circumstances.ts";
import type { PredicateName } from "../predicates/index.ts";
import type { Sentence } from "../sentence.ts";
import type { Stage } from "../stages.ts";
import type { InputOf } from "./act-inputs.ts";
import type { ActName } from "./act-names.ts";
import type { Who } from "./who.ts";

/** Side matters with a state of their own that an act can ask for. */
export type SideMatter = "interimSuspension" | "appeal" | "renunciation" | "dismissal";

/** Which state of a side matter an act needs. */
export interface SideDemand {
  readonly matter: SideMatter;
  readonly status: readonly string[];
}

/**
 * One line of the procedure's table. The upper part is what a lawyer reads; `refuse` looks at what was given with the
 * act, and `change` says how the case stands afterwards. Both are pure.
 */
export interface Act<A extends ActName = ActName> {
  readonly name: Sentence;
  /** What it is and does, in bokmål: for the guide and the printed table. */
  readonly does: string;
  readonly law: readonly string[];
  readonly from: readonly (Stage | "unopened")[];
  /** The phases of the stage it can be done in; every phase where none is named. */
  readonly phases?: readonly string[];
  readonly side?: SideDemand;
  /** Where the case may stand afterwards; it stays where it is where none is named. */
  readonly to: readonly Stage[];
  /** The stages it leads on from, where it can be done in others too without moving the case. */
  readonly movesFrom?: readonly Stage[];
  readonly by: Who;
  readonly requires: readonly PredicateName[];
  /** The event that is recorded. */
  readonly event: string;
  readonly refuse?: (
    facts: CaseFacts,
    input: InputOf<A>,
    circumstances: Circumstances,
  ) => Refusal | undefined;
  readonly change: (facts: CaseFacts, input: InputOf<A>, circumstances: Circumstances) => CaseChanges;
}

/** A part of the table: the acts of one stage or side matter. */
export type ActTable<A extends ActName> = { readonly [K in A]: Act<K> };

/** That something is done now, by whom. */
export function doneNow({ doer, at }: Circumstances): Done {
  return { by: doer, at };
}

/** The case in another state from now on; waiting ends where the stage changes. */
export function moved(state: CaseState, { at }: Circumstances): CaseChanges {
  return { state, stageSince: at, pause: null };
}

/** The state, known to be of a stage: what `from` has seen to. */
export function stateIn<S extends Stage>({ state }: CaseFacts, stage: S): StateOf<S> {
  if (state.stage !== stage) throw new Error(`The case stands in ${state.stage}, not in ${stage}`);
  return state as StateOf<S>;
}

/** The next number in a list whose items count within the case. */
export function nextId(items: readonly { readonly id: number }[]): number {
  return Math.max(0, ...items.map(({ id }) => id)) + 1;
}
