export { HPR_SCOPE, type HprQuestion, openHpr } from "./hpr.ts";
export type { HprPerson } from "./hpr-person.ts";
export { readHprUrl } from "./hpr-settings.ts";
export { simulateHpr } from "./hpr-simulator.ts";
