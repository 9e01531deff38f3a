import { readFileSync, writeFileSync } from "node:fs";
import type { LinkageModel } from "../model/model.ts";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import { LinkInputError } from "./link-input-error.ts";

/** Reads a model file, or gives the shipped model when no path is given. */
export function readModel(path: string | undefined): LinkageModel {
  if (path === undefined) return SHIPPED_MODEL;
  let model: unknown;
  try {
    model = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new LinkInputError(
      "unreadableModel",
      `${path} cannot be read as a model. Make one with "link estimate".`,
    );
  }
  const missing = missingPart(model, SHIPPED_MODEL, "");
  if (missing !== undefined) {
    throw new LinkInputError(
      "incompleteModel",
      `${path} lacks ${missing}. Make a model with "link estimate".`,
    );
  }
  return model as LinkageModel;
}

/** Writes a model so that a person can read and compare it. */
export function writeModel(path: string, model: LinkageModel): void {
  writeFileSync(path, `${JSON.stringify(model, roundedNumbers, 2)}\n`);
}

const DIGITS = 6;

const roundedNumbers = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

/** The first part of a model that is absent, of another kind, or not a possible number. */
function missingPart(value: unknown, example: unknown, name: string): string | undefined {
  if (typeof value !== typeof example) return name || "everything";
  if (typeof value === "number")
    return Number.isFinite(value) && value > 0 ? undefined : `a number above 0 in ${name}`;
  if (typeof example !== "object" || example === null || typeof value !== "object" || value === null)
    return undefined;
  for (const [key, part] of Object.entries(example)) {
    if (name === "estimatedOn") continue;
    const missing = missingPart((value as Record<string, unknown>)[key], part, name ? `${name}.${key}` : key);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
