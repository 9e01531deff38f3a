export type { Business } from "./business.ts";
export { type BusinessQuestion, openEnhetsregisteret } from "./enhetsregisteret.ts";
export { readEnhetsregisteretUrl } from "./enhetsregisteret-settings.ts";
export { simulateEnhetsregisteret } from "./enhetsregisteret-simulator.ts";
