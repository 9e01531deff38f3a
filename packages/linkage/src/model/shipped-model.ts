import shipped from "./default-model.json" with { type: "json" };
import type { LinkageModel } from "./model.ts";

/** The model Varde ships with; `estimatedOn` tells from which data. */
export const SHIPPED_MODEL: LinkageModel = shipped;
