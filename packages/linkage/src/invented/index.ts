export { type CorruptedPerson, corrupt, type NoiseSeverity } from "./corrupt.ts";
export { type InventedPerson, inventPeople } from "./invent-people.ts";
export { NOISE_KINDS, type NoiseKind } from "./noise-kinds.ts";
export { syntheticNorwegianNumber } from "./norwegian-number.ts";
export { type Chance, chanceFrom } from "./random.ts";
