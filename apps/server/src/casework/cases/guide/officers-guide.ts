import type { ActName } from "../procedure/acts/act-names.ts";
import { ACT_NAMES } from "../procedure/acts/act-names.ts";
import { criteriaOf, GATE } from "../procedure/control-points.ts";
import { PREDICATES, type PredicateName } from "../procedure/predicates/index.ts";
import { DEFAULT_SETTINGS } from "../procedure/settings.ts";
import { EFFECTUATION_LINE, EFFECTUATION_LINES } from "../procedure/side/effectuation.ts";
import { STAGE, STAGES, type Stage } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { PRIORITY_FACT, PRIORITY_FACTS } from "../procedure/triage/priority.rules.ts";
import { SIDE_MATTERS, sideActsOf } from "./side-matters.ts";

/** The officer's guide in bokmål, as Markdown: what each stage is for, its criteria, how long it may take and what to do. */
export function officersGuide(): string {
  return [
    "# Saksbehandlerens veileder",
    "",
    "Veilederen er laget av reglene som styrer saken, og er derfor alltid i samsvar med dem. Hver sak har en neste",
    "handling med en eier, øverst på saken. Kan noe ikke gjøres, sier saken hvilket kontrollpunkt som mangler, hvorfor, og",
    "hvor det rettes.",
    "",
    "![Prosesskart](process-map.svg)",
    "",
    ...STAGES.filter((stage) => stage !== "closed").flatMap(stageGuide),
    "## I alle trinn",
    "",
    ...ACT_NAMES.filter((act) => !SIDE_ACTS.has(act) && isEverywhere(act)).map((act) => `- ${doing(act)}`),
    "",
    "## Når saken er fullført",
    "",
    `${STAGE.closed.enters.nb} ${ACTS.reopenCase.does}`,
    "",
    "## Ved siden av trinnene",
    "",
    ...SIDE_MATTERS.flatMap((matter) => [
      `### ${matter.name.nb}`,
      "",
      matter.told,
      "",
      ...sideActsOf(matter).map((act) => `- ${doing(act)}`),
      "",
    ]),
  ].join("\n");
}

function stageGuide(stage: Stage): readonly string[] {
  const { name, enters, leaves, owners } = STAGE[stage];
  const lines = owners.map((line) => (line === "firstLine" ? "førstelinjen" : "andrelinjen")).join(" og ");
  const gate = stage === "intake" || stage === "closed" ? undefined : GATE[stage];
  return [
    `## ${name.nb}`,
    "",
    `**Hvem:** ${lines}. **Begynner:** ${enters.nb} **Ender:** ${leaves.nb}`,
    "",
    ...target(stage),
    `### Kontrollpunkter${gate ? ` for «${ACTS[gate].name.nb.toLowerCase()}»` : ""}`,
    "",
    ...criteriaOf(stage).flatMap(criterion),
    "",
    ...whatToDo(stage),
    ...extras(stage),
  ];
}

function whatToDo(stage: Stage): readonly string[] {
  const acts = actsOf(stage);
  return acts.length > 0 ? ["### Det du kan gjøre her", "", ...acts.map((act) => `- ${doing(act)}`), ""] : [];
}

function target(stage: Stage): readonly string[] {
  if (stage === "closed") return [];
  const { high, normal, low } = DEFAULT_SETTINGS.stageTargets[stage];
  return [
    `**Mål for vår tid i arbeidsdager:** ${high} ved høy, ${normal} ved normal og ${low} ved lav prioritet. Tid vi venter på andre, telles for seg.`,
    "",
  ];
}

function criterion(name: PredicateName): readonly string[] {
  const { sentence, settledBy, mendedBy, law } = PREDICATES[name];
  const who = { tick: "Du krysser av.", robot: "Roboten ser det i registrene.", act: "Saken ser det selv." }[
    settledBy
  ];
  const mended =
    mendedBy.length > 0 ? ` Rettes med: ${mendedBy.map((act) => `«${ACTS[act].name.nb}»`).join(", ")}.` : "";
  return [`- **${sentence.nb}** ${who}${mended}${law ? ` (${law})` : ""}`];
}

const SIDE_ACTS = new Set(SIDE_MATTERS.flatMap(sideActsOf));

/** An act that can be done nearly everywhere is told once for all stages. */
function isEverywhere(act: ActName): boolean {
  return ACTS[act].from.length >= STAGES.length - 2;
}

/** The acts that belong to the stage. */
function actsOf(stage: Stage): readonly ActName[] {
  return ACT_NAMES.filter(
    (act) => ACTS[act].from.includes(stage) && !SIDE_ACTS.has(act) && !isEverywhere(act),
  );
}

function doing(act: ActName): string {
  const { name, does, by } = ACTS[act];
  return `**${name.nb}** (${by.name.nb}): ${does}`;
}

function extras(stage: Stage): readonly string[] {
  if (stage === "triage") return priorityTable();
  if (stage === "documentation")
    return [
      `### Purringer`,
      "",
      `Myndigheten purres ${DEFAULT_SETTINGS.reminderDays.join(", ")} dager etter forespørselen når landet ikke har egne frister. ${DEFAULT_SETTINGS.lastReminderGraceDays} dager etter siste purring kan prosesseieren gå videre uten svar.`,
      "",
    ];
  if (stage === "effectuation") return checklist();
  return [];
}

function priorityTable(): readonly string[] {
  const { weights, highFrom, normalFrom, oldAfterDays, veryOldAfterDays } = DEFAULT_SETTINGS.priority;
  const days: Readonly<Record<string, number>> = { alertOld: oldAfterDays, alertVeryOld: veryOldAfterDays };
  return [
    "### Slik regnes prioriteten ut",
    "",
    `Vektene legges sammen. Høy prioritet fra ${highFrom}, normal fra ${normalFrom}, ellers lav.`,
    "",
    "| Forhold | Vekt |",
    "| --- | ---: |",
    ...PRIORITY_FACTS.map(
      (fact) =>
        `| ${PRIORITY_FACT[fact].nb.replace("{days}", String(days[fact] ?? ""))} | ${weights[fact]} |`,
    ),
    "",
  ];
}

function checklist(): readonly string[] {
  return [
    "### Sjekkliste",
    "",
    "| Linje | Rettskilde | Kan krysses av som ikke aktuell |",
    "| --- | --- | --- |",
    ...EFFECTUATION_LINES.map((line) => {
      const { name, law, mayBeInapplicable } = EFFECTUATION_LINE[line];
      return `| ${name.nb} | ${law} | ${mayBeInapplicable ? "ja, med begrunnelse" : "nei"} |`;
    }),
    "",
  ];
}
