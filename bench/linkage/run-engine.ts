import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answered, Built, EngineTask } from "./engine-process.ts";

/** Short-lived objects get this much memory, in MB; by itself Node takes ten times that and is no faster. */
const YOUNG_GENERATION = 8;

type Message<T> = { done: number } | { outcome: T };

/** Does one task in a process of its own; `stop` ends it. `show` is told how many people have been added. */
export function runEngine(
  task: Extract<EngineTask, { do: "build" }>,
  stop: AbortSignal,
  show?: (done: number) => void,
): Promise<Built>;
export function runEngine(task: Extract<EngineTask, { do: "answer" }>, stop: AbortSignal): Promise<Answered>;
export function runEngine(
  task: EngineTask,
  stop: AbortSignal,
  show: (done: number) => void = () => {},
): Promise<Built | Answered> {
  const child = fork(fileURLToPath(new URL("engine-process.ts", import.meta.url)), [JSON.stringify(task)], {
    execArgv: [`--max-semi-space-size=${YOUNG_GENERATION}`],
    signal: stop,
  });
  return new Promise((resolve, reject) => {
    child.on("message", (message: Message<Built | Answered>) => {
      if ("done" in message) show(message.done);
      else resolve(message.outcome);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the engine's process ended with code ${code}`)));
  });
}
