export { demoMailbox, demoRegister } from "./demo-set.ts";
export { getHostileMessage, HOSTILE_MESSAGES, type HostileMessage } from "./hostile/index.ts";
export { type InventedMessage, inventMailbox, type MailboxOptions } from "./invent-mailbox.ts";
export { inventRegister, inventRegisterPeople, type RegisterOptions } from "./register/invent-register.ts";
export type { RegisterLine } from "./register/register-line.ts";
export { SCENARIOS, type Scenario } from "./stories/scenarios.ts";
export type { TruthRow } from "./truth.ts";
