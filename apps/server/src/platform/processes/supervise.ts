import { type ChildProcess, spawn } from "node:child_process";

/** A process to keep running: its name in the log, and the command line arguments after the program itself. */
export interface SupervisedProcess {
  name: string;
  args: readonly string[];
}

export interface Supervision {
  /** Ends every process in the order given and waits for them; kills what has not ended after ten seconds. */
  stop(): Promise<void>;
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;
const PATIENCE_MS = 10_000;

/**
 * Keeps processes of this program running: one that ends is started again, after a pause that doubles while it keeps
 * ending early. `entry` is the script to run, `say` is told of every unexpected end.
 */
export function supervise(
  entry: string,
  processes: readonly SupervisedProcess[],
  say: (message: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Supervision {
  let stopping = false;
  const running = new Map<string, ChildProcess>();
  const timers = new Set<NodeJS.Timeout>();

  const start = ({ name, args }: SupervisedProcess, pause: number): void => {
    const started = Date.now();
    const child = spawn(process.execPath, [...process.execArgv, entry, ...args], {
      stdio: ["ignore", 2, 2],
      env,
    });
    running.set(name, child);
    child.once("exit", (code, signal) => {
      running.delete(name);
      if (stopping) return;
      const next =
        Date.now() - started > STEADY_MS ? SHORTEST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      say(`${name} ended (${signal ?? `code ${code}`}) and is started again in ${next / 1000} s`);
      const timer = setTimeout(() => {
        timers.delete(timer);
        start({ name, args }, next);
      }, next);
      timers.add(timer);
    });
  };
  for (const each of processes) start(each, SHORTEST_PAUSE_MS);

  return {
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...running.values()].map(endProcess));
    },
  };
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(killer);
}
