import { once } from "node:events";
import { type Command, InvalidArgumentError } from "commander";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import type { Admission, Simulator } from "../../platform/outside/index.ts";
import type { OwnedContext } from "../create-context.ts";
import { refuseInProduction } from "../demo-command.ts";
import { OUTSIDE_NAMES, type OutsideName, simulate } from "./simulate.ts";

interface Given {
  readonly port: number;
  readonly tokens?: URL;
  readonly json?: boolean;
}

/** `varde simulate SYSTEM --port N`: an outside register with invented people, until it is stopped. */
export function registerSimulateCommand(program: Command, context: OwnedContext["context"]): void {
  program
    .command("simulate")
    .description(
      "stand in for an outside register with invented content, with faults to order (see its README)",
    )
    .argument("<system>", OUTSIDE_NAMES.join(", "), readName)
    .requiredOption("--port <number>", "the port of this machine to listen on", readPort)
    .option("--tokens <address>", "believe only tokens of the Maskinporten at this address", readAddress)
    .option("--json", "print the result as JSON")
    .action(async (system: OutsideName, given: Given) => {
      refuseInProduction(context);
      const today = context.clock.now().toISOString().slice(0, 10);
      const simulator = await simulate(system, {
        today,
        env: process.env,
        admission: await admissionOf(given),
      });
      await listen(simulator, given.port);
      const url = `http://localhost:${given.port}`;
      context.print(
        { system, url },
        `The simulated ${system} answers at ${url}; stop it with Ctrl+C.`,
        given,
      );
      if (!context.signal.aborted) await once(context.signal, "abort");
      await simulator.app.close();
    });
}

async function admissionOf({ tokens }: Given): Promise<Admission> {
  const { anyToken, tokensOf } = await import("../../platform/outside/index.ts");
  return tokens ? tokensOf(new URL("/jwk", tokens)) : anyToken;
}

async function listen({ app }: Simulator, port: number): Promise<void> {
  try {
    await app.listen({ host: "localhost", port });
  } catch (error) {
    if ((error as { code?: string }).code !== "EADDRINUSE") throw error;
    throw new CommandFailed(
      "portTaken",
      `Port ${port} is taken by another process. Give another with --port.`,
    );
  }
}

function readName(given: string): OutsideName {
  const name = OUTSIDE_NAMES.find((one) => one === given);
  if (!name) throw new InvalidArgumentError(`Write one of ${OUTSIDE_NAMES.join(", ")}.`);
  return name;
}

function readPort(given: string): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError("Write a number from 1 to 65535.");
  return port;
}

function readAddress(given: string): URL {
  const url = URL.parse(given);
  if (!url) throw new InvalidArgumentError("Write an address such as http://localhost:4100.");
  return url;
}
