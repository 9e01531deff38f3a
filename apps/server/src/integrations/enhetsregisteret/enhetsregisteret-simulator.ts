import { z } from "zod";
import { createSimulator, type Simulator } from "../../platform/outside/index.ts";
import { inventBusinesses, type SimulatedBusiness } from "./invent-businesses.ts";

const search = z.object({
  navn: z.string().min(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
const byNumber = z.object({ number: z.string().regex(/^\d{9}$/) });

const LOOK_ALIKES = 3;

/** A simulated Enhetsregisteret over invented employers in health care. */
export function simulateEnhetsregisteret({ slowMs = 60_000 } = {}): Simulator {
  const businesses = inventBusinesses();
  const mains = businesses.map(({ main }) => main);
  const units = {
    enheter: new Map(mains.map((main) => [main.organisasjonsnummer, main])),
    underenheter: new Map(businesses.map(({ sub }) => [sub.organisasjonsnummer, sub])),
  };
  const simulator = createSimulator({ name: "enhetsregisteret", slowMs, canBeAmbiguous: true });
  const wrong = { status: 400, error: "Bad Request", feilmelding: "Feilaktig forespørsel" };

  for (const kind of ["enheter", "underenheter"] as const)
    simulator.app.get(`/${kind}/:number`, (request, reply) => {
      const asked = byNumber.safeParse(request.params);
      if (!asked.success) return reply.code(400).send(wrong);
      const unit = units[kind].get(asked.data.number);
      return unit ? reply.send(linked(kind, unit)) : reply.code(404).send();
    });
  simulator.app.get("/enheter", (request, reply) => {
    const asked = search.safeParse(request.query);
    if (!asked.success) return reply.code(400).send(wrong);
    const words = asked.data.navn.toUpperCase().split(/\s+/);
    const hits = mains.filter(({ navn }) => words.every((word) => navn.includes(word)));
    const shown = simulator.shows(request, "ambiguous") ? [...hits, ...mains.slice(0, LOOK_ALIKES)] : hits;
    const { size } = asked.data;
    const page = { size, totalElements: shown.length, totalPages: Math.ceil(shown.length / size), number: 0 };
    const enheter = shown.slice(0, size).map((unit) => linked("enheter", unit));
    return reply.send({ ...(enheter.length > 0 ? { _embedded: { enheter } } : {}), page });
  });
  return simulator;
}

/** A unit with its own address, as HAL has it. */
const linked = (kind: string, unit: SimulatedBusiness): unknown => ({
  ...unit,
  _links: { self: { href: `/${kind}/${unit.organisasjonsnummer}` } },
});
