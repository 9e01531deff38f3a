import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type AccessReport, type DataSubject, dataSubject, LANGUAGES, type Language } from "@varde/contract";
import { type Command, Option } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { makeReport } from "../report/make-report.ts";

interface ReportOptions {
  hpr?: string;
  nationalId?: string;
  name?: string;
  birthDate?: string;
  purpose: string;
  language: Language;
  out?: string;
  json?: boolean;
}

/** `varde privacy report`: everything stored about a person, for the person. */
export function reportCommand(privacy: Command, context: CommandContext): void {
  privacy
    .command("report")
    .description("gather everything stored about a person, for the person (GDPR article 15)")
    .option("--hpr <number>", "HPR number")
    .option(
      "--national-id <number>",
      "identity number; - reads it from standard input, where nobody else sees it",
    )
    .option("--name <name>", 'with --birth-date: "Forename Surname", or "Surname, Forename"')
    .option("--birth-date <date>", "1967-05-09")
    .requiredOption("--purpose <why>", "why it is made; kept in the audit log")
    .addOption(new Option("--language <code>", "of the document").choices([...LANGUAGES]).default("nb"))
    .option("--out <file>", "write the document to be read and printed (HTML) to this file")
    .option("--json", "print the report as JSON")
    .action(async (options: ReportOptions) => {
      const subject = await subjectOf(options);
      const { app: db } = await context.database();
      const { actor, clock } = context;
      const { purpose, language } = options;
      const report = await makeReport({ db, clock }, subject, { actor, purpose, language });
      if (isRefusal(report))
        throw new CommandFailed(
          report.code,
          `Several people in HPR have that name and birth date: ${report.params?.people}. Say which with --hpr.`,
        );
      if (options.out) await writeDocument(options.out, report);
      const { document: _, ...told } = report;
      context.print(told, summary(report, options.out), options);
    });
}

async function subjectOf({ hpr, nationalId, name, birthDate }: ReportOptions): Promise<DataSubject> {
  const given = [hpr, nationalId, name].filter((one) => one !== undefined);
  if (given.length !== 1 || (name === undefined) !== (birthDate === undefined))
    throw new CommandFailed(
      "oneSubject",
      "Say whom it is about in one way: --hpr, --national-id, or --name with --birth-date.",
      2,
    );
  const asked = hpr
    ? { hprNumber: Number(hpr) }
    : nationalId
      ? { nationalId: nationalId === "-" ? (await text(process.stdin)).trim() : nationalId }
      : { ...namesOf(name ?? ""), birthDate };
  const subject = dataSubject.safeParse(asked);
  if (!subject.success)
    throw new CommandFailed(
      "subjectUnclear",
      "That is no HPR number, identity number, or name with a birth date such as 1967-05-09.",
      2,
    );
  return subject.data;
}

function namesOf(name: string): { surname: string; forename: string } {
  const [surname = "", forename] = name.split(",").map((part) => part.trim());
  if (forename !== undefined) return { surname, forename };
  const words = surname.split(/\s+/);
  return { surname: words.at(-1) ?? "", forename: words.slice(0, -1).join(" ") };
}

async function writeDocument(path: string, { document }: AccessReport): Promise<void> {
  await writeFile(path, document, { mode: 0o600 }).catch((error: Error) => {
    throw new CommandFailed("fileNotWritten", `${path} could not be written: ${error.message}`);
  });
}

function summary({ about, sections }: AccessReport, out: string | undefined): string {
  const found = sections.filter(({ records }) => records.length > 0);
  return [
    `HPR numbers: ${about.hprNumbers.join(", ") || "none"}. Alerts: ${about.alerts.join(", ") || "none"}.`,
    ...found.map(({ title, records }) => `${String(records.length).padStart(6)}  ${title}`),
    ...(found.length === 0 ? ["Nothing is stored."] : []),
    out ? `The document is in ${out}.` : "Add --out FILE for the document, or --json for all of it.",
  ].join("\n");
}
