import { z } from "zod";
import type { RegisterLine } from "../../demo/index.ts";
import { type Admission, createSimulator, type Simulator } from "../../platform/outside/index.ts";
import { inventPerson, type SimulatedPerson } from "./invent-person.ts";

const PARTS = {
  Name: "name",
  Birth: "birth",
  Status: "status",
  NorwegianIdentificationNumber: "norwegianIdentificationNumber",
  Death: "death",
  EmigrationFromNorway: "emigrationFromNorway",
} as const satisfies Record<string, keyof SimulatedPerson>;

const wanted = z.object({
  informationParts: z.preprocess(
    (given) => (typeof given === "string" ? [given] : given),
    z.array(z.enum(Object.keys(PARTS) as (keyof typeof PARTS)[])).min(1),
  ),
  includeHistory: z.enum(["true", "false"]).default("false"),
});
const byNumber = z.object({ nin: z.string().regex(/^\d{11}$/) });
const day = z.iso.date();
const byName = z.object({
  FullName: z.string().regex(/^[\p{L}\s-]{3,600}$/u),
  BirthDateFrom: day,
  BirthDateTo: day,
});

const MOST_HITS = 100;
const MOST_WORDS = 3;
const LOOK_ALIKES = 3;

/** A simulated Persontjenesten over the people of an invented register who have a national identity number. */
export function simulatePersontjenesten(
  lines: Iterable<RegisterLine>,
  { admission, scope, slowMs = 60_000 }: { admission: Admission; scope: string; slowMs?: number },
): Simulator {
  const people = [...lines].flatMap((line) => inventPerson(line) ?? []);
  const byNin = new Map(
    people.map((one) => [one.norwegianIdentificationNumber[0]!.identificationNumber, one]),
  );
  const simulator = createSimulator({
    name: "persontjenesten",
    slowMs,
    canBeAmbiguous: true,
    admits: admission(scope),
  });
  const problem = (status: number, title: string) => ({ type: "about:blank", title, status });

  simulator.app.post("/api/legal-basis/person/get-by-nin", async (request, reply) => {
    const [shape, asked] = [wanted.safeParse(request.query), byNumber.safeParse(request.body)];
    if (!shape.success || !asked.success) return reply.code(400).send(problem(400, "Bad request"));
    const one = byNin.get(asked.data.nin);
    return one ? partsOf(one, shape.data) : reply.code(404).send(problem(404, "Person not found"));
  });
  simulator.app.post("/api/legal-basis/search/person", async (request, reply) => {
    const [shape, asked] = [wanted.safeParse(request.query), byName.safeParse(request.body)];
    if (!shape.success || !asked.success) return reply.code(400).send(problem(400, "Bad request"));
    const hits = people.filter((one) => fits(one, asked.data));
    const shown = simulator.shows(request, "ambiguous") ? [...hits, ...people.slice(0, LOOK_ALIKES)] : hits;
    const page = shown.slice(0, MOST_HITS);
    return {
      results: page.map((one) => partsOf(one, shape.data)),
      startIndex: 0,
      endIndex: page.length,
    };
  });
  return simulator;
}

/** The parts asked for; what no longer holds only where history is asked for. */
function partsOf(
  one: SimulatedPerson,
  { informationParts, includeHistory }: z.output<typeof wanted>,
): unknown {
  const keep = (part: unknown): unknown =>
    Array.isArray(part) && includeHistory === "false"
      ? part.filter((entry: { isValid: boolean }) => entry.isValid)
      : part;
  const parts = informationParts.map((part) => [PARTS[part], keep(one[PARTS[part]])]);
  return { id: one.id, sequenceNumber: 1, ...Object.fromEntries(parts) };
}

/** Whether each word begins some part of the present name, and the birth date lies within. */
function fits(one: SimulatedPerson, asked: z.output<typeof byName>): boolean {
  const { givenName, middleName, familyName } = one.name.find(({ isValid }) => isValid)!;
  const parts = [givenName, middleName, familyName]
    .join(" ")
    .toLowerCase()
    .split(/[\s-]+/);
  const words = asked.FullName.toLowerCase()
    .split(/[\s-]+/)
    .slice(0, MOST_WORDS);
  const born = one.birth[0]!.birthDate.slice(0, 10);
  return (
    born >= asked.BirthDateFrom &&
    born <= asked.BirthDateTo &&
    words.every((word) => parts.some((part) => part.startsWith(word)))
  );
}
