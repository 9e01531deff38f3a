import type { Portfolio } from "@varde/contract";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";

type Cell = string | number | null;
type Line = readonly Cell[];

/**
 * The portfolio as an Excel workbook: the same figures as the page shows, one sheet each for the picture, the days
 * and the breakdowns. Every text is written as text, so that no spreadsheet runs it.
 */
export async function portfolioWorkbook(portfolio: Portfolio): Promise<Uint8Array> {
  const sheets = [
    sheet("Portfolio", pictureLines(portfolio), [44, 28]),
    sheet("Per day", [
      ["Day", "Received", "Handled"],
      ...portfolio.messages.perDay.map(({ day, received, handled }) => [day, received, handled]),
    ]),
    sheet("Work on cases", workLines(portfolio.caseWork), [16, 32, 12, 12, 28]),
    sheet("Breakdowns", breakdownLines(portfolio), [24, 32, 12]),
  ];
  return writeXlsxFile(sheets).toBuffer();
}

function sheet(name: string, lines: readonly Line[], widths: readonly number[] = [16, 12, 12]) {
  const data: SheetData = lines.map((line, row) =>
    line.map((value) =>
      typeof value === "number"
        ? { value, type: Number }
        : { value: value ?? "", type: String, ...(row === 0 && BOLD) },
    ),
  );
  return { sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}

const BOLD = { fontWeight: "bold" } as const;

function pictureLines(portfolio: Portfolio): Line[] {
  const { asOf, messages, alerts, register, balance } = portfolio;
  return [
    ["Portfolio as of", asOf],
    ...caseLines(portfolio),
    ["Messages", messages.total],
    ...Object.entries(messages.byState).map(([state, count]): Line => [`Messages: ${state}`, count]),
    ["Unopened", messages.unopened],
    ["Oldest unopened received", messages.oldestUnopened],
    ["Oldest quarantined received", messages.oldestQuarantined],
    ["Hours to handled, median", messages.hoursToHandled.median],
    ["Hours to handled, 90th percentile", messages.hoursToHandled.p90],
    ["Alerts", alerts.total],
    ["Alert versions", alerts.versions],
    ["Alerts: valid", alerts.valid],
    ["Alerts: withdrawn", alerts.withdrawn],
    ["Alerts: expired", alerts.expired],
    ...Object.entries(alerts.byIdentity).map(
      ([state, count]): Line => [`Identity of valid alerts: ${state}`, count],
    ),
    ...Object.entries(alerts.byOutcome).map(
      ([outcome, count]): Line => [`Engine on valid alerts: ${outcome}`, count],
    ),
    ["Oldest awaiting a decision since", alerts.oldestAwaiting],
    ["People in HPR", register.people],
    ["HPR loaded", register.loadedAt],
    ["Balance: counted", balance?.at ?? null],
    ["Balance: missing", balance?.missing ?? null],
    ["Balance: extra", balance?.extra ?? null],
  ];
}

function caseLines(portfolio: Portfolio): Line[] {
  const { throughput, overdue, unassigned } = portfolio.caseWork;
  const spreads = { "": throughput.days, "ours: ": throughput.ours, "theirs: ": throughput.theirs };
  return [
    ["Cases", portfolio.cases],
    ["Cases: open", portfolio.open],
    ["Cases: closed", portfolio.closed],
    ["Cases: closed with a reaction", portfolio.closedWithReaction],
    ["Cases: of media attention", portfolio.mediaCases],
    ["Cases: of media attention, closed", portfolio.mediaCasesClosed],
    ["Cases: reopened", portfolio.reopened],
    ["Cases: overdue", overdue],
    ["Cases: without an officer", unassigned],
    ...Object.entries(portfolio.byStage).map(([stage, count]): Line => [`Cases in stage: ${stage}`, count]),
    ["Cases closed in the last 365 days", throughput.closed],
    ...Object.entries(spreads).flatMap(([whose, { median, p90 }]): Line[] => [
      [`Working days to closing, ${whose}median`, median],
      [`Working days to closing, ${whose}90th percentile`, p90],
    ]),
  ];
}

function workLines({ byLine, byOfficer, waiting }: Portfolio["caseWork"]): Line[] {
  return [
    ["Open cases by", "Value", "Open", "Overdue", "Waiting since"],
    ...byLine.map(({ key, name, open, overdue }): Line => ["Line", name.en ?? key, open, overdue, null]),
    ...byOfficer.map(({ name, open, overdue }): Line => ["Officer", name, open, overdue, null]),
    ...waiting.map(({ key, count, since }): Line => ["Waiting for", key, count, null, since]),
  ];
}

function breakdownLines({ messages, alerts, caseWork }: Portfolio): Line[] {
  const of = (what: string, groups: readonly { key: string; count: number }[]) =>
    groups.map(({ key, count }): Line => [what, key, count]);
  return [
    ["By", "Value", "Count"],
    ...of("Sending country", alerts.byCountry),
    ...of("Profession", alerts.byProfession),
    ...of(
      "Source",
      alerts.bySource.map(({ key, title, count }) => ({ key: title ?? key, count })),
    ),
    ...of("Quarantine reason", messages.quarantineReasons),
    ...of("Cases: country", caseWork.byCountry.map(ofCases)),
    ...of("Cases: profession", caseWork.byProfession.map(ofCases)),
  ];
}

const ofCases = ({ key, cases }: { key: string; cases: number }) => ({ key, count: cases });
