import type { ActName } from "../procedure/acts/act-names.ts";
import { STAGE, STAGES, type Stage } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { boxOf, MAP, type Point } from "./map-layout.ts";
import { gatheredMoves } from "./moves.ts";
import { type RoutedMove, routedMoves } from "./routed-moves.ts";
import { SIDE_MATTERS, sideActsOf } from "./side-matters.ts";
import { element, escapeXml } from "./xml.ts";

const INK = "#1c2b33";
const QUIET = "#5b6b73";
const LINE = "#2b6072";
const BACK = "#9a6a1f";
const FONT = "'Source Sans 3', 'Segoe UI', system-ui, sans-serif";
const WIDTH = 1660;
const LEGEND_TOP = 620;
const LEGEND_ROW = 22;
const LEGEND_COLUMNS = 3;
const LEGEND_INDENT = 42;
const SIDE_HEIGHT = 210;

interface Look {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  readonly anchor?: "start" | "middle";
}

const text = (
  x: number,
  y: number,
  words: string,
  { size = 14, fill = INK, weight = 400, anchor = "start" }: Look = {},
) =>
  element(
    "text",
    { x, y, "font-size": size, fill, "font-weight": weight, "text-anchor": anchor },
    escapeXml(words),
  );

/**
 * The process map as SVG, drawn from the procedure's table: the stages in the lanes of those who own them, every move
 * with its number, the acts behind the numbers, and the side matters. Readable by a screen reader through title and desc.
 */
export function processMap(): string {
  const moves = routedMoves();
  const legend = legendLines(moves);
  const rows = Math.ceil(legend.length / LEGEND_COLUMNS);
  const sideTop = LEGEND_TOP + 40 + rows * LEGEND_ROW + 30;
  const height = sideTop + SIDE_HEIGHT + 40;
  const document = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: "img",
      "aria-labelledby": "title desc",
      "font-family": FONT,
    },
    [
      element("title", { id: "title" }, "Prosesskart for utenlandssaker"),
      element("desc", { id: "desc" }, escapeXml(describe(moves))),
      element("rect", { width: WIDTH, height, fill: "#ffffff" }),
      text(MAP.left, 56, "Utenlandssaker: fra mottatt varsel til fullført sak", { size: 26, weight: 600 }),
      text(MAP.left, 84, "Laget av reglene som styrer saken. Tallene viser til handlingene under kartet.", {
        fill: QUIET,
      }),
      ...lanes(),
      ...moves.map(drawLine),
      ...STAGES.map(drawStage),
      ...moves.map(drawNumber),
      ...gatheredMoves().map(drawGathered),
      ...drawLegend(legend),
      ...drawSideMatters(sideTop),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

function describe(moves: readonly RoutedMove[]): string {
  const told = moves.map(
    ({ from, to, acts }) =>
      `${STAGE[from].name.nb} til ${STAGE[to].name.nb}: ${acts.map(nameOf).join(" eller ")}`,
  );
  const gathered = gatheredMoves().map(
    ({ act, to }) => `${nameOf(act)} fører fra flere trinn til ${STAGE[to].name.nb}`,
  );
  return [...told, ...gathered].join(". ");
}

function lanes(): readonly string[] {
  return (["firstLine", "secondLine"] as const).flatMap((line) => {
    const y = MAP.laneTop[line];
    const fill = line === "firstLine" ? "#f2f6f8" : "#e8eff2";
    const name = line === "firstLine" ? "Førstelinje" : "Andrelinje";
    return [
      element("rect", {
        x: 20,
        y,
        width: WIDTH - 40,
        height: MAP.laneHeight + (line === "secondLine" ? 40 : 0),
        fill,
        rx: 6,
      }),
      element(
        "text",
        {
          x: 0,
          y: 0,
          transform: `translate(44 ${y + 100}) rotate(-90)`,
          "text-anchor": "middle",
          "font-size": 14,
          fill: QUIET,
          "font-weight": 600,
        },
        name,
      ),
    ];
  });
}

function drawStage(stage: Stage): string {
  const { x, y, width, height } = boxOf(stage);
  const last = stage === "closed";
  const lines = wrapped(STAGE[stage].name.nb);
  const middle = y + height / 2 + 5 - (lines.length - 1) * 9;
  return element("g", {}, [
    element("rect", {
      x,
      y,
      width,
      height,
      rx: last ? 30 : 8,
      fill: "#ffffff",
      stroke: LINE,
      "stroke-width": last ? 3 : 1.8,
    }),
    ...lines.map((line, index) =>
      text(x + width / 2, middle + index * 18, line, { size: 14, weight: 600, anchor: "middle" }),
    ),
  ]);
}

/** Long compounds are parted where Norwegian parts them. */
function wrapped(name: string): readonly string[] {
  const parts: Readonly<Record<string, readonly string[]>> = {
    Dokumentinnhenting: ["Dokument-", "innhenting"],
    Realitetsbehandling: ["Realitets-", "behandling"],
  };
  return parts[name] ?? [name];
}

function drawLine({ line, onwards }: RoutedMove): string {
  const colour = onwards ? LINE : BACK;
  const path = line.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(" ");
  return element("g", {}, [
    element("path", {
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": onwards ? 2 : 1.6,
      "stroke-linejoin": "round",
      "stroke-dasharray": onwards ? undefined : "5 4",
    }),
    element("path", { d: arrowAt(line), fill: colour }),
  ]);
}

/** A small arrow head at the end of a line, in the direction of its last part. */
function arrowAt(line: readonly Point[]): string {
  const [before, end] = [line.at(-2)!, line.at(-1)!];
  const dx = Math.sign(end.x - before.x);
  const dy = Math.sign(end.y - before.y);
  const [backX, backY] = [end.x - dx * 9, end.y - dy * 9];
  return `M${end.x} ${end.y} L${backX - dy * 5} ${backY + dx * 5} L${backX + dy * 5} ${backY - dx * 5} Z`;
}

function drawNumber({ number, line, numberAt, onwards }: RoutedMove): string {
  const [from, to] = line.length > 2 ? [line[1]!, line[2]!] : [line[0]!, line[1]!];
  const x = Math.min(from.x, to.x) + Math.abs(to.x - from.x) * numberAt;
  const y = (from.y + to.y) / 2;
  return element("g", {}, [
    element("circle", {
      cx: x,
      cy: y,
      r: 11,
      fill: "#ffffff",
      stroke: onwards ? LINE : BACK,
      "stroke-width": 1.4,
    }),
    text(x, y + 4.5, String(number), { size: 12.5, weight: 600, anchor: "middle" }),
  ]);
}

/** An act that leads here from many stages is told below its goal. */
function drawGathered({ act, to }: { act: ActName; to: Stage }): string {
  const box = boxOf(to);
  const x = box.x + box.width / 2;
  const bottom = box.y + box.height;
  return element("g", {}, [
    element("path", {
      d: `M${x} ${bottom + 22} L${x} ${bottom}`,
      stroke: LINE,
      "stroke-width": 1.6,
    }),
    element("path", {
      d: arrowAt([
        { x, y: bottom + 22 },
        { x, y: bottom },
      ]),
      fill: LINE,
    }),
    text(x - 22, bottom + 38, nameOf(act), { size: 13 }),
    text(x - 22, bottom + 54, "fra flere trinn", { size: 12, fill: QUIET }),
  ]);
}

interface LegendLine {
  /** Only the first act of a move carries its number. */
  readonly number: string;
  readonly words: string;
}

function legendLines(moves: readonly RoutedMove[]): readonly LegendLine[] {
  return moves.flatMap(({ number, acts }) =>
    acts.map((act, index) => ({
      number: index === 0 ? String(number) : "eller",
      words: `${nameOf(act)} (${ACTS[act].by.name.nb})`,
    })),
  );
}

function drawLegend(lines: readonly LegendLine[]): readonly string[] {
  const rows = Math.ceil(lines.length / LEGEND_COLUMNS);
  const columnWidth = (WIDTH - 2 * MAP.left) / LEGEND_COLUMNS;
  return [
    text(MAP.left, LEGEND_TOP, "Handlinger", { size: 17, weight: 600 }),
    ...lines.flatMap(({ number, words }, index) => {
      const x = MAP.left + Math.floor(index / rows) * columnWidth;
      const y = LEGEND_TOP + 28 + (index % rows) * LEGEND_ROW;
      return [
        text(x, y, number, { size: 13.5, fill: QUIET }),
        text(x + LEGEND_INDENT, y, words, { size: 13.5 }),
      ];
    }),
  ];
}

function drawSideMatters(top: number): readonly string[] {
  const gap = 16;
  const width = (WIDTH - 2 * MAP.left - gap * (SIDE_MATTERS.length - 1)) / SIDE_MATTERS.length;
  return [
    text(MAP.left, top, "Ved siden av trinnene", { size: 17, weight: 600 }),
    ...SIDE_MATTERS.flatMap((matter, index) => {
      const x = MAP.left + index * (width + gap);
      return [
        element("rect", {
          x,
          y: top + 16,
          width,
          height: SIDE_HEIGHT - 20,
          rx: 8,
          fill: "#f7f9fa",
          stroke: "#c4d0d6",
        }),
        text(x + 14, top + 42, matter.name.nb, { size: 15, weight: 600 }),
        ...sideActsOf(matter).map((act, row) => text(x + 14, top + 66 + row * 20, nameOf(act), { size: 13 })),
      ];
    }),
  ];
}

function nameOf(act: ActName): string {
  return ACTS[act].name.nb;
}
