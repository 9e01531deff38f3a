import { CommandFailed } from "../../platform/cli/command-failed.ts";
import type { Admission, Simulator } from "../../platform/outside/index.ts";

/** The outside systems that can be stood in for. */
export const OUTSIDE_NAMES = ["maskinporten", "hpr", "persons", "businesses"] as const;
export type OutsideName = (typeof OUTSIDE_NAMES)[number];

interface SimulationOptions {
  /** ISO calendar date the invented register tells of. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly admission: Admission;
}

const SIMULATIONS: Readonly<Record<OutsideName, (options: SimulationOptions) => Promise<Simulator>>> = {
  maskinporten: simulateProvider,
  hpr: async ({ today, admission }) => {
    const { simulateHpr } = await import("../../integrations/hpr/index.ts");
    return simulateHpr(await inventedLines(today), { admission });
  },
  persons: async ({ today, admission, env }) => {
    const { readPersontjenestenScope, simulatePersontjenesten } = await import(
      "../../integrations/persontjenesten/index.ts"
    );
    const scope = readPersontjenestenScope(env);
    return simulatePersontjenesten(await inventedLines(today), { admission, scope });
  },
  businesses: async () => {
    const { simulateEnhetsregisteret } = await import("../../integrations/enhetsregisteret/index.ts");
    return simulateEnhetsregisteret();
  },
};

/** Makes a simulated outside system, which does not listen yet. Throws `CommandFailed` where settings are lacking. */
export const simulate = (name: OutsideName, options: SimulationOptions): Promise<Simulator> =>
  SIMULATIONS[name](options);

async function simulateProvider({ env }: SimulationOptions): Promise<Simulator> {
  const [{ readMaskinportenSettings, simulateMaskinporten }, { HPR_SCOPE }, { readPersontjenestenScope }] =
    await Promise.all([
      import("../../integrations/maskinporten/index.ts"),
      import("../../integrations/hpr/index.ts"),
      import("../../integrations/persontjenesten/index.ts"),
    ]);
  const client = readMaskinportenSettings(env);
  if (!client)
    throw new CommandFailed(
      "clientUnknown",
      "A simulated Maskinporten knows the client of the settings: give VARDE_MASKINPORTEN_URL (its own address), _CLIENT_ID and _KEY_FILE.",
    );
  return simulateMaskinporten({ ...client, scopes: [HPR_SCOPE, readPersontjenestenScope(env)] });
}

async function inventedLines(today: string) {
  const { demoRegister } = await import("../../demo/index.ts");
  return demoRegister(today);
}
