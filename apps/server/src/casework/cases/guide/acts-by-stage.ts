import { ACT_NAMES } from "../procedure/acts/act-names.ts";
import { STAGE, STAGES } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { sourcesOf } from "./moves.ts";

/** The table of acts by stage in bokmål, as Markdown: who may do what where, and where the case goes. */
export function actsByStage(): string {
  const head = ["Handling", "Hvem", ...STAGES.map((stage) => STAGE[stage].name.nb)];
  const rows = ACT_NAMES.map((act) => {
    const { name, by, from, to } = ACTS[act];
    const cells = STAGES.map((stage) => {
      if (!from.includes(stage)) return "";
      if (to.length === 0 || !sourcesOf(act).includes(stage)) return "●";
      return `→ ${to.map((goal) => STAGE[goal].name.nb).join(" / ")}`;
    });
    return [name.nb, by.name.nb, ...cells];
  });
  return [
    "# Handlinger i hvert trinn",
    "",
    "Laget av reglene. **●** betyr at handlingen kan gjøres i trinnet, og en pil at den fører saken videre dit pilen",
    "peker. Om handlingen kan gjøres i en bestemt sak, avhenger også av kontrollpunktene; saken sier selv hva som mangler.",
    "",
    ...[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}
