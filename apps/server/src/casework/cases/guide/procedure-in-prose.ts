import { ACT_NAMES, type ActName } from "../procedure/acts/act-names.ts";
import { LEGAL_BASES } from "../procedure/law/legal-bases.ts";
import { TRACK, TRACKS } from "../procedure/law/tracks.ts";
import { PREDICATES } from "../procedure/predicates/index.ts";
import { STAGE, STAGES, type Stage } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { sourcesOf } from "./moves.ts";
import { SIDE_MATTERS, sideActsOf } from "./side-matters.ts";

/** The whole procedure as Norwegian prose with its legal sources, as Markdown: what a lawyer reads instead of the code. */
export function procedureInProse(): string {
  return [
    "# Saksgangen i utenlandssaker",
    "",
    "Dette er reglene som styrer saken, slik de står i systemet, skrevet ut som tekst. Rettsgrunnlagene er gjengitt i",
    "vår egen sammenfatning og må leses sammen med loven.",
    "",
    ...STAGES.flatMap((stage, index) => stageInProse(stage, index + 1)),
    "## Ved siden av trinnene",
    "",
    ...SIDE_MATTERS.flatMap((matter) => [
      `### ${matter.name.nb}`,
      "",
      matter.told,
      "",
      ...sideActsOf(matter).flatMap(actInProse),
    ]),
    "## Handlinger som ikke hører til ett trinn",
    "",
    ...everyday().flatMap(actInProse),
    "## De to rettslige sporene",
    "",
    ...TRACKS.flatMap((track) => {
      const { name, meaning, demands } = TRACK[track];
      return [`**${name.nb}.** ${meaning.nb} ${demands.nb}`, ""];
    }),
    "## Rettsgrunnlag",
    "",
    "| Bestemmelse | Gjelder | Sammenfatning | Kilde |",
    "| --- | --- | --- | --- |",
    ...LEGAL_BASES.map(
      ({ provision, validFrom, validUntil, text, source }) =>
        `| ${provision} | ${validFrom} – ${validUntil ?? ""} | ${text} | ${source} |`,
    ),
    "",
  ].join("\n");
}

const SIDE_ACTS = new Set(SIDE_MATTERS.flatMap(sideActsOf));
/** An act that can be done in so many stages belongs to none of them. */
const EVERYWHERE = 6;

function everyday(): readonly ActName[] {
  return ACT_NAMES.filter((act) => !SIDE_ACTS.has(act) && homeOf(act) === undefined);
}

/** The stage an act belongs to: the one it leads on from, else the first it can be done in; nothing where it is for all. */
function homeOf(act: ActName): Stage | undefined {
  if (ACTS[act].from.includes("unopened")) return "intake";
  const sources = sourcesOf(act);
  return sources.length >= EVERYWHERE ? undefined : sources[0];
}

function stageInProse(stage: Stage, number: number): readonly string[] {
  const { name, enters, leaves, owners } = STAGE[stage];
  const who = owners.map((line) => (line === "firstLine" ? "førstelinjen" : "andrelinjen")).join(" og ");
  const acts = ACT_NAMES.filter((act) => !SIDE_ACTS.has(act) && homeOf(act) === stage);
  return [
    `## ${number}. ${name.nb}`,
    "",
    `Trinnet begynner når ${lowered(enters.nb)} Det ender når ${lowered(leaves.nb)}${who ? ` Saken eies av ${who}.` : " Ingen eier saken."}`,
    "",
    ...acts.flatMap(actInProse),
  ];
}

function actInProse(act: ActName): readonly string[] {
  const { name, does, by, law, requires, to } = ACTS[act];
  const goal =
    to.length > 0
      ? ` Saken går til ${to.map((stage) => lowered(STAGE[stage].name.nb)).join(" eller ")}.`
      : "";
  const source = law.length > 0 ? ` *Rettskilde: ${law.join("; ")}.*` : "";
  return [
    `**${name.nb}.** ${does} Handlingen gjøres av ${by.name.nb}.${goal}${source}`,
    "",
    ...(requires.length > 0
      ? ["Vilkår:", "", ...requires.map((predicate) => `- ${PREDICATES[predicate].sentence.nb}`), ""]
      : []),
  ];
}

function lowered(sentence: string): string {
  return /^[A-ZÆØÅ]{2}/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
