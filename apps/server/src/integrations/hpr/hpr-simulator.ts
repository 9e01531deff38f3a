import { z } from "zod";
import type { RegisterLine } from "../../demo/index.ts";
import { type Admission, createSimulator, type Simulator } from "../../platform/outside/index.ts";
import { HPR_SCOPE } from "./hpr.ts";

const byNumber = z.object({ hprNummer: z.coerce.number().int().positive() });
const byNationalId = z.object({
  nin: z.string().regex(/^\d{11}$/),
  atDate: z.iso.date(),
  includeHistory: z.boolean().default(false),
});

/** A simulated HPR that answers from lines of an invented register, to those whose token holds for its scope. */
export function simulateHpr(
  lines: Iterable<RegisterLine>,
  { admission, slowMs = 60_000 }: { admission: Admission; slowMs?: number },
): Simulator {
  const people = new Map<number, RegisterLine>();
  const byNin = new Map<string, RegisterLine>();
  for (const line of lines) {
    people.set(line.hprNummer, line);
    if (line.person.nin && line.erstattetAvHprNummer === null) byNin.set(line.person.nin, line);
  }
  const simulator = createSimulator({ name: "hpr", slowMs, admits: admission(HPR_SCOPE) });
  const unknown = { type: "about:blank", title: "Not Found", status: 404 };
  const wrong = { type: "about:blank", title: "Bad Request", status: 400 };
  simulator.app.get("/v1/personerutvidet/:hprNummer", async (request, reply) => {
    const asked = byNumber.safeParse(request.params);
    if (!asked.success) return reply.code(400).send(wrong);
    return people.get(asked.data.hprNummer) ?? reply.code(404).send(unknown);
  });
  simulator.app.post("/v1/personerutvidet", async (request, reply) => {
    const asked = byNationalId.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(wrong);
    const line = byNin.get(asked.data.nin);
    return line ? atDate(line, asked.data) : reply.code(404).send(unknown);
  });
  return simulator;
}

/** The person as at a date, without what had ended by then unless history is asked for. */
function atDate(
  line: RegisterLine,
  { atDate, includeHistory }: { atDate: string; includeHistory: boolean },
): RegisterLine {
  const godkjenninger = line.godkjenninger.filter(
    ({ periode: { fra, til } }) => fra <= atDate && (includeHistory || til === null || til >= atDate),
  );
  return { ...line, godkjenninger, gjelderForDato: atDate };
}
