import type { MeasureKind } from "../procedure/facts/surroundings.ts";

/**
 * Words by which authorities abroad name what they did, gravest first, as beginnings of words without case and accents.
 * Languages: en, nb, sv, da, fi, de, nl, fr, es, it, pt, pl.
 */
const WORDS: readonly (readonly [MeasureKind, readonly string[]])[] = [
  ["falsifiedEvidence", ["falsif", "forged", "forfalsk", "gefalscht", "vals", "falsch", "vaarenn"]],
  [
    "revocation",
    [
      "revoc",
      "revok",
      "withdraw",
      "erasure",
      "erased",
      "struck off",
      "strike",
      "removal",
      "removed",
      "deprivation",
      "tilbakekall",
      "tilbakekal",
      "aterkall",
      "fratag",
      "fradom",
      "fjern",
      "peruut",
      "entzug",
      "widerruf",
      "approbationsentzug",
      "doorhaling",
      "radiation",
      "retrait",
      "retiro",
      "cancella",
      "cassa",
      "pozbaw",
      "skresl",
      "prohibition",
      "prohibit",
      "verbot",
      "forbud",
      "interdiction",
      "inhabilit",
    ],
  ],
  ["suspension", ["suspen", "suspend", "ruhen", "schors", "midlertidig", "keskeyt", "zawiesz", "interim"]],
  [
    "restriction",
    [
      "restrict",
      "restrik",
      "limit",
      "begrens",
      "begrans",
      "indskr",
      "rajoit",
      "einschrank",
      "beperk",
      "ogranicz",
    ],
  ],
  [
    "conditions",
    [
      "condition",
      "vilkar",
      "villkor",
      "auflage",
      "voorwaard",
      "undertaking",
      "supervis",
      "tilsyn",
      "provotid",
      "probation",
    ],
  ],
  [
    "warning",
    [
      "warning",
      "advarsel",
      "varning",
      "reprimand",
      "caution",
      "huomautus",
      "verweis",
      "berisping",
      "avertissement",
      "blame",
    ],
  ],
];

/** What a foreign authority did, read from its own words; nothing where they are not known. The gravest word counts. */
export function measureKindOf(words: string | null, alertType: string | null): MeasureKind | null {
  const said = plain(`${alertType ?? ""} ${words ?? ""}`);
  return (
    WORDS.find(([, beginnings]) => beginnings.some((beginning) => said.includes(` ${beginning}`)))?.[0] ??
    null
  );
}

function plain(words: string): string {
  const letters = words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .replaceAll("æ", "ae")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss");
  return ` ${letters.replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}
