export type { TokenSource } from "./access-token.ts";
export { type Admission, anyToken, tokensOf } from "./admission.ts";
export { type AssertionClient, createAssertionTokens } from "./assertion-tokens.ts";
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
export { below, demandSetting, readCalling, readOutsideUrl, readPrivateKey } from "./outside-settings.ts";
export { type OutsideSystem, openOutside } from "./outside-system.ts";
export { createSimulator, FAULTS, type Fault, type Simulator } from "./simulator.ts";
