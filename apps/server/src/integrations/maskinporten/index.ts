export { createMaskinporten } from "./maskinporten.ts";
export { type MaskinportenSettings, readMaskinportenSettings } from "./maskinporten-settings.ts";
export { type SimulatedClient, simulateMaskinporten } from "./maskinporten-simulator.ts";
