import type { Portfolio } from "@varde/contract";
import type { Command } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { getPortfolio, instantOf } from "./get-portfolio.ts";

interface PortfolioOptions {
  asOf?: string;
  json?: boolean;
}

const AS_OF = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Adds the command that shows the portfolio to the command line. */
export function registerPortfolioCommands(program: Command, context: CommandContext): void {
  program
    .command("portfolio")
    .description("The status picture over all messages, alerts and cases, now or as of any instant")
    .option(
      "--as-of <date>",
      "a date (the end of that day in Norway) or an instant such as 2026-03-01T12:00:00Z",
    )
    .option("--json", "write it as JSON")
    .action(async ({ asOf, json }: PortfolioOptions) => {
      const { app: db } = await context.database();
      if (asOf !== undefined && !isInstant(asOf))
        throw new CommandFailed(
          "notADate",
          `${asOf} is no date or instant. Write 2026-03-01 or 2026-03-01T12:00:00Z.`,
          2,
        );
      const now = context.clock.now();
      const at = asOf === undefined ? now : await instantOf(db, asOf);
      const portfolio = await getPortfolio(db, at < now ? at : now);
      context.print(portfolio, describePortfolio(portfolio), { json });
    });
}

function isInstant(asOf: string): boolean {
  const day = new Date(`${asOf.slice(0, 10)}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(asOf.slice(0, 10));
  return AS_OF.test(asOf) && isDay && !Number.isNaN(Date.parse(asOf));
}

/** The portfolio as a table to be read on a terminal. */
export function describePortfolio(portfolio: Portfolio): string {
  const { asOf, messages, alerts, register, balance, caseWork } = portfolio;
  const hours = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  const spread = ({ median, p90 }: { median: number | null; p90: number | null }) =>
    `${hours(median)} / ${hours(p90)}`;
  return [
    `Portfolio as of ${asOf}`,
    "",
    ...table("Cases", portfolio.cases, [
      ["open", portfolio.open],
      ["closed", portfolio.closed],
      ["closed with a reaction", portfolio.closedWithReaction],
      ["reopened", portfolio.reopened],
      ["of media attention", portfolio.mediaCases],
      ["of media attention, closed", portfolio.mediaCasesClosed],
      ["overdue", caseWork.overdue],
      ["without an officer", caseWork.unassigned],
    ]),
    ...table("Cases by stage", portfolio.cases, Object.entries(portfolio.byStage)),
    line("working days to closing, median / 90 %", spread(caseWork.throughput.days)),
    "",
    ...table("Messages", messages.total, Object.entries(messages.byState)),
    line("oldest unopened", messages.oldestUnopened ?? "–"),
    line("hours to handled, median / 90 %", spread(messages.hoursToHandled)),
    "",
    ...table("Alerts", alerts.total, [
      ["valid", alerts.valid],
      ["withdrawn", alerts.withdrawn],
      ["expired", alerts.expired],
    ]),
    "",
    ...table("Identity of valid alerts", alerts.valid, Object.entries(alerts.byIdentity)),
    line("oldest awaiting since", alerts.oldestAwaiting ?? "–"),
    "",
    line("People in HPR", register.people),
    line("HPR loaded", register.loadedAt ?? "never"),
    line(
      "Balance",
      balance ? `${balance.missing} missing, ${balance.extra} extra at ${balance.at}` : "not counted yet",
    ),
  ].join("\n");
}

function table(title: string, total: number, rows: readonly (readonly [string, number])[]): string[] {
  return [
    `${title.padEnd(36)}${String(total).padStart(10)}`,
    ...rows.map(([name, count]) => line(name, count)),
  ];
}

function line(name: string, value: string | number): string {
  return `  ${name.padEnd(34)}${String(value).padStart(10)}`;
}
