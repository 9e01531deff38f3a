export interface WholeName {
  surname: string;
  forename: string;
}

const PARTICLES = new Set(
  "van von der den de del della di da dos das du la le ter ten te af av zu zum zur el al bin ibn abu mac mc st".split(
    " ",
  ),
);
const TITLES =
  /^(?:(?:dr|prof|mr|mrs|ms|miss|mag|med|dipl|ing|phd|md|sir|dame|herr|frau|m|mme|mlle)\.?\s+)+/i;

/**
 * Parts a whole name. A comma ("Jönsson, Cecilia") or capitals ("JÖNSSON Cecilia") show the surname;
 * else it is the last word with its particles ("Soof van de Wal"). One word is a surname.
 */
export function partName(raw: string): WholeName {
  const name = raw.replace(/\s+/g, " ").trim().replace(TITLES, "");
  const comma = name.indexOf(",");
  if (comma > 0) return { surname: name.slice(0, comma).trim(), forename: name.slice(comma + 1).trim() };
  const words = name.split(" ");
  const capitals = words.filter(isCapitals);
  if (capitals.length > 0 && capitals.length < words.length) {
    return { surname: capitals.join(" "), forename: words.filter((word) => !isCapitals(word)).join(" ") };
  }
  let start = Math.max(words.length - 1, 0);
  while (start > 1 && PARTICLES.has((words[start - 1] ?? "").toLowerCase())) start--;
  return { surname: words.slice(start).join(" "), forename: words.slice(0, start).join(" ") };
}

function isCapitals(word: string): boolean {
  return /^[\p{Lu}\p{M}'’-]{2,}$/u.test(word) && word.length > 1;
}
