import type { PersonRecord } from "@varde/linkage";
import { corrupt, type InventedPerson, inventPeople, type NoiseSeverity } from "@varde/linkage/invented";

/** A report about somebody, and whom it is about: an id of the register, or null for someone who is not in it. */
export interface Report {
  readonly query: PersonRecord;
  readonly about: string | null;
}

export interface ReportOptions {
  readonly people: number;
  readonly reports: number;
  readonly seed: string;
}

/**
 * Reports of both kinds of noise about the invented register of a seed: half about its people, spread evenly, half
 * about others. As in an alert from abroad there are name, birth date and profession, neither sex nor nationality.
 */
export function inventReports(options: ReportOptions): Record<"normal" | "hard", Report[]> {
  const half = Math.ceil(options.reports / 2);
  const members = everyNth(inventPeople({ seed: options.seed, count: options.people }), options.people, half);
  const outsiders = [...inventPeople({ seed: `${options.seed} outsiders`, count: half })];
  const reported = (severity: NoiseSeverity): Report[] =>
    outsiders.flatMap((outsider, i) => [
      ...members.slice(i, i + 1).map((member) => ({
        query: told(member, options.seed, severity),
        about: member.id,
      })),
      { query: told(outsider, options.seed, severity), about: null },
    ]);
  return { normal: reported("normal"), hard: reported("hard") };
}

function told(person: InventedPerson, seed: string, severity: NoiseSeverity): PersonRecord {
  const { sex: _sex, nationality: _nationality, ...report } = corrupt(person, { seed, severity }).person;
  return report;
}

function everyNth(people: Iterable<InventedPerson>, count: number, wanted: number): InventedPerson[] {
  const every = Math.max(1, Math.floor(count / wanted));
  const chosen: InventedPerson[] = [];
  let position = 0;
  for (const person of people) {
    if (position++ % every === 0) chosen.push(person);
    if (chosen.length === wanted) break;
  }
  return chosen;
}
