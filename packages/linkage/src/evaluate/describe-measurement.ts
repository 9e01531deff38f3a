import type { Measurement } from "./measure.ts";
import type { PairMeasurement } from "./measure-pairs.ts";

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const NO_OUTSIDERS = "nobody outside the register was asked about";

const pairFigures = ({ f1, recall, precision }: PairMeasurement): string =>
  `${f1.toFixed(4)} (recall ${percent(recall)}, precision ${percent(precision)})`;

const MOST_MISSES_SHOWN = 50;

/** The figures of a measurement, each with its name. */
function figuresOf(m: Measurement): [name: string, figure: string][] {
  const { atHalf, atBest } = m.pairs;
  const amongOutsiders = (figure: string): string => (m.queries > m.inRegister ? figure : NO_OUTSIDERS);
  return [
    ["queries", `${m.queries}, ${m.inRegister} of them in the register`],
    ["best candidate is right", percent(m.best)],
    ["right person among ten", percent(m.amongTen)],
    [
      "recall at 1 % / 5 % false proposals",
      amongOutsiders(`${percent(m.recallAt1)} / ${percent(m.recallAt5)}`),
    ],
    ["recall and precision of proposals", `${percent(m.recall)} / ${percent(m.precision)}`],
    ["outsiders proposed", amongOutsiders(percent(m.falseProposals))],
    ["F1 of pairs from 0.5 on", pairFigures(atHalf)],
    [`F1 of pairs from ${atBest.threshold.toFixed(4)} on, the best`, pairFigures(atBest)],
    ["certain, of them wrong", `${m.certain}, ${m.certainWrong}`],
    ["lost before comparison", percent(m.blockingLoss)],
    ["compared but not among ten", percent(m.scoringLoss)],
    ["calibration error", m.calibrationError.toFixed(4)],
  ];
}

/** A measurement as a page in Markdown: figures, reliability curve and misses. */
export function reportMeasurement(m: Measurement, title: string): string {
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const curve = m.reliability
    .filter((bin) => bin.queries > 0)
    .map((bin) => [
      `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`,
      String(bin.queries),
      percent(bin.meanProbability),
      percent(bin.shareRight),
    ]);
  const misses = m.misses.map(({ queryId, truth, why }) => [queryId, truth, why]);
  return [
    `# ${title}`,
    "",
    ...table(["measure", "figure"], figuresOf(m)),
    "",
    "## Reliability",
    "",
    ...table(["probability", "queries", "said", "right"], curve),
    "",
    `## Misses (${m.misses.length})`,
    "",
    ...(misses.length > 0 ? table(["query", "right person", "lost by"], misses) : ["None."]),
    "",
  ].join("\n");
}

/** A measurement as text for a terminal. */
export function describeMeasurement(m: Measurement): string {
  const rows = figuresOf(m);
  const width = Math.max(...rows.map(([name]) => name.length));
  const figures = rows.map(([name, figure]) => `${name.padEnd(width)}  ${figure}`);
  const curve = m.reliability
    .filter((bin) => bin.queries > 0)
    .map(
      (bin) =>
        `  ${bin.from.toFixed(1)}–${bin.to.toFixed(1)}  said ${percent(bin.meanProbability)}, right ${percent(bin.shareRight)}, ${bin.queries} queries`,
    );
  const misses = m.misses
    .slice(0, MOST_MISSES_SHOWN)
    .map((miss) => `  ${miss.queryId} is ${miss.truth} (${miss.why})`);
  const more =
    m.misses.length > MOST_MISSES_SHOWN ? [`  and ${m.misses.length - MOST_MISSES_SHOWN} more`] : [];
  return [
    ...figures,
    "probability of the best candidate:",
    ...curve,
    `misses (${m.misses.length}):`,
    ...misses,
    ...more,
  ].join("\n");
}
