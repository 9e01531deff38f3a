export type { TokenSource } from "./access-token.ts";
export { type Caller, type CallingOptions, createCaller, type Silence } from "./calling.ts";
export {
  answerOfHits,
  evidenceOf,
  found,
  type OutsideAnswer,
  type RegisterLookUp,
  type SilenceReason,
  type UnknownCode,
} from "./outside-answer.ts";
export { below, readCalling, readOutsideUrl } from "./outside-settings.ts";
export { type OutsideSystem, openOutside } from "./outside-system.ts";
export { createSimulator, FAULTS, type Fault, type Simulator } from "./simulator.ts";
