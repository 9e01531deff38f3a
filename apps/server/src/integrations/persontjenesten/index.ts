export type { Person } from "./person.ts";
export { openPersontjenesten, type PersonQuestion } from "./persontjenesten.ts";
export { readPersontjenestenScope, readPersontjenestenSettings } from "./persontjenesten-settings.ts";
export { simulatePersontjenesten } from "./persontjenesten-simulator.ts";
