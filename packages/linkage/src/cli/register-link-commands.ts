import { writeFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { describeMeasurement, reportMeasurement } from "../evaluate/describe-measurement.ts";
import { estimateFiles } from "./estimate-files.ts";
import { evaluateFiles } from "./evaluate-files.ts";
import { type LinkConsole, standardConsole } from "./link-console.ts";
import { type LinkSummary, linkFiles } from "./link-files.ts";

/** Exit code of a run that did its work but had to leave lines out. */
const SOME_LINES_LEFT_OUT = 2;

/** What the program around the commands lends them. */
export interface Surroundings {
  /** Shows progress; plain lines on standard error unless given. */
  progress?: LinkConsole["progress"];
}

interface JsonOption {
  json?: boolean;
}

/**
 * Adds `link`, `link estimate` and `link evaluate` to a program. Throws `LinkInputError` from an action when the
 * input cannot be used; a run that left lines out sets exit code 2.
 */
export function registerLinkCommands(program: Command, surroundings: Surroundings = {}): void {
  const link = program
    .command("link")
    .description(
      "Find whom in a register the records of another file may be about: link QUERIES --register FILE --out FILE",
    );
  addMatch(link, surroundings);
  addEstimate(link, surroundings);
  addEvaluate(link, surroundings);
}

/** What `link QUERIES` does, as a subcommand that need not be named, so that its options are its own. */
function addMatch(link: Command, surroundings: Surroundings): void {
  link
    .command("match", { isDefault: true })
    .description("Write one row for each register person a query may be about (what link does by itself)")
    .argument("<queries>", "people to look for: CSV or JSON lines, also .gz")
    .requiredOption("--register <file>", "the people to find them among: CSV or JSON lines, also .gz")
    .requiredOption("--out <file>", "where the rows go, one a candidate; packed if it ends in .gz")
    .option("--model <file>", "a model made by link estimate; the shipped one unless given")
    .option("--top <number>", "candidates a query at most", positiveWhole, 10)
    .option("--json", "print the summary as JSON")
    .action(async (queries: string, given: LinkGiven & JsonOption) => {
      const console = standardConsole(surroundings.progress);
      const summary = await linkFiles({ ...given, queries }, console);
      print(summary, describeSummary(summary), given);
      if (console.problems > 0) process.exitCode = SOME_LINES_LEFT_OUT;
    });
}

const describeSummary = (summary: LinkSummary): string =>
  `${summary.queries} queries against ${summary.people} people: ${summary.certain} certain, ` +
  `${summary.probable} probable, ${summary.noMatch} without a match.`;

interface LinkGiven {
  register: string;
  model?: string;
  top: number;
  out: string;
}

function addEstimate(link: Command, surroundings: Surroundings): void {
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

function addEvaluate(link: Command, surroundings: Surroundings): void {
  link
    .command("evaluate")
    .description("Measure linking against the truth: recall, precision, blocking loss, calibration, misses")
    .argument("<queries>", "people to look for")
    .requiredOption("--register <file>", "the people to find them among")
    .requiredOption("--truth <file>", "CSV with query_id and register_id, empty for nobody")
    .option("--model <file>", "a model made by link estimate")
    .option("--same-records", "queries and register are the same records")
    .option("--report <file>", "write the figures as a page in Markdown too")
    .option("--json", "print the figures as JSON")
    .action(async (queries: string, given: EvaluateGiven & JsonOption) => {
      const console = standardConsole(surroundings.progress);
      const measurement = await evaluateFiles({ ...given, queries }, console);
      if (given.report) writeFileSync(given.report, reportMeasurement(measurement, "How well linking did"));
      print(measurement, describeMeasurement(measurement), given);
      if (console.problems > 0) process.exitCode = SOME_LINES_LEFT_OUT;
    });
}

interface EvaluateGiven {
  register: string;
  truth: string;
  model?: string;
  sameRecords?: boolean;
  report?: string;
}

function print(value: unknown, text: string, { json }: JsonOption): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

function positiveWhole(written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number above 0.");
  return number;
}
