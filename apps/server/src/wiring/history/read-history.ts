import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

const day = z.iso.date();

/** An act of a passage: `after` working days, or `days` calendar days, after the one before; the rest is what the act takes. */
const step = z.looseObject({
  after: z.number().int().nonnegative().default(0),
  days: z.number().int().positive().optional(),
  by: z.string(),
  act: z.string(),
});
export type Step = z.infer<typeof step>;

const passages = z.strictObject({
  /** Officers by the part they play; the cases take turns among those of a part. */
  officers: z.record(z.string(), z.array(z.string()).min(1)),
  passages: z.record(z.string(), z.array(step)),
});
export type Passages = z.infer<typeof passages>;

const part = z.strictObject({ from: day, to: day, through: z.array(z.string()) });
const cohort = z.strictObject({
  what: z.string(),
  cases: z.number().int().positive(),
  /** How many of them are in the media; the first ones. */
  media: z.number().int().nonnegative(),
  /** What the authority abroad did, in its words. */
  measure: z.string(),
  parts: z.array(part).min(1),
});
export type Cohort = z.infer<typeof cohort>;

const history = z.strictObject({
  /** Whom the history is about follows from it. */
  seed: z.string(),
  /** The day the invented register is of. */
  registerOf: day,
  cohorts: z.array(cohort).min(1),
});

const lives = z.strictObject({ lives: z.array(z.array(z.string())).min(1) });

/** An invented history of cases, with the passages its cases go through. */
export interface History extends z.infer<typeof history> {
  readonly name: string;
  readonly passages: Passages;
}

/** The histories that can be replayed. */
export const HISTORIES = ["review-2026"] as const;

/** Reads the passages that all histories are made of. */
export async function readPassages(): Promise<Passages> {
  return passages.parse(await readYaml("passages"));
}

/** Reads a history that comes with Varde. One that is wrong is a bug and throws. */
export async function readHistory(name: (typeof HISTORIES)[number]): Promise<History> {
  return { ...history.parse(await readYaml(name)), name, passages: await readPassages() };
}

/** What becomes of the cases of the demonstration: passages by case, round and round. */
export async function readLives(): Promise<readonly (readonly string[])[]> {
  return lives.parse(await readYaml("demonstration")).lives;
}

async function readYaml(name: string): Promise<unknown> {
  return parse(await readFile(new URL(`histories/${name}.yaml`, import.meta.url), "utf8"));
}
