import type { Command } from "commander";
import { describeMeasurement } from "../evaluate/describe-measurement.ts";
import { estimateFiles } from "./estimate-files.ts";
import { evaluateFiles } from "./evaluate-files.ts";
import { standardConsole, type LinkConsole } from "./link-console.ts";
import { linkFiles } from "./link-files.ts";

/** Exit code of a run that did its work but had to leave lines out. */
const SOME_LINES_LEFT_OUT = 2;

interface JsonOption {
  json?: boolean;
}

/**
 * Adds `link`, `link estimate` and `link evaluate` to a program. Throws `LinkInputError` from an action when the
 * input cannot be used; a run that left lines out sets exit code 2.
 */
export function registerLinkCommands(
  program: Command,
  surroundings: { progress?: LinkConsole["progress"] } = {},
): void {
  const link = program
    .command("link")
    .description("Find the people of a register that records of another file may be about")
    .argument("[queries]", "people to look for: CSV or JSON lines, also .gz")
    .option("--register <file>", "the people to find them among: CSV or JSON lines, also .gz")
    .option("--model <file>", "a model made by link estimate; the shipped one unless given")
    .option("--top <number>", "candidates a query at most", positiveWhole, 10)
    .option("--out <file>", "where the rows go, one a candidate; packed if it ends in .gz")
    .option("--json", "print the summary as JSON")
    .action(async (queries: string | undefined, given: Partial<LinkGiven> & JsonOption) => {
      if (queries === undefined || !given.register || !given.out) return link.help({ error: true });
      const console = standardConsole(surroundings.progress);
      const summary = await linkFiles(
        { queries, register: given.register, model: given.model, top: given.top, out: given.out },
        console,
      );
      print(
        summary,
        `${summary.queries} queries against ${summary.people} people: ${summary.certain} certain, ${summary.probable} probable, ${summary.noMatch} without a match.`,
        given,
      );
      if (console.problems > 0) process.exitCode = SOME_LINES_LEFT_OUT;
    });
  addEstimate(link, surroundings);
  addEvaluate(link, surroundings);
}

interface LinkGiven {
  register: string;
  model?: string;
  top: number;
  out: string;
}

function addEstimate(link: Command, surroundings: { progress?: LinkConsole["progress"] }): void {
  link
    .command("estimate")
    .description("Make a model from queries and a register, with labelled pairs or without")
    .argument("<queries>", "people to look for")
    .requiredOption("--register <file>", "the people to find them among")
    .requiredOption("--out <file>", "where the model goes, as readable JSON")
    .option("--truth <file>", "labelled pairs: CSV with query_id and register_id, empty for nobody")
    .option("--model <file>", "the model to start from")
    .option("--same-records", "queries and register are the same records")
    .option("--sample <number>", "queries looked at, at most", positiveWhole)
    .option("--json", "print the model")
    .action(async (queries: string, given: EstimateGiven & JsonOption) => {
      const console = standardConsole(surroundings.progress);
      const model = await estimateFiles({ ...given, queries }, console);
      print(
        model,
        `Model ${model.version}, estimated on ${model.estimatedOn.description}, is in ${given.out}.`,
        given,
      );
      if (console.problems > 0) process.exitCode = SOME_LINES_LEFT_OUT;
    });
}

interface EstimateGiven {
  register: string;
  out: string;
  truth?: string;
  model?: string;
  sameRecords?: boolean;
  sample?: number;
}

function addEvaluate(link: Command, surroundings: { progress?: LinkConsole["progress"] }): void {
  link
    .command("evaluate")
    .description("Measure linking against the truth: recall, precision, blocking loss, calibration, misses")
    .argument("<queries>", "people to look for")
    .requiredOption("--register <file>", "the people to find them among")
    .requiredOption("--truth <file>", "CSV with query_id and register_id, empty for nobody")
    .option("--model <file>", "a model made by link estimate")
    .option("--same-records", "queries and register are the same records")
    .option("--json", "print the figures as JSON")
    .action(
      async (
        queries: string,
        given: { register: string; truth: string; model?: string; sameRecords?: boolean } & JsonOption,
      ) => {
        const console = standardConsole(surroundings.progress);
        const measurement = await evaluateFiles({ ...given, queries }, console);
        print(measurement, describeMeasurement(measurement), given);
        if (console.problems > 0) process.exitCode = SOME_LINES_LEFT_OUT;
      },
    );
}

function print(value: unknown, text: string, { json }: JsonOption): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

function positiveWhole(written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new TypeError(`"${written}" is not a whole number above 0.`);
  return number;
}
