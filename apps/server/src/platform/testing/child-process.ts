import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { TestScope } from "./test-database.ts";

/** Another process of Varde, run by a test to be watched and killed. */
export interface Child {
  readonly pid: number;
  /** Waits for a line of its output that begins with a word, and returns the rest of it. Each line is given once. */
  said(word: string): Promise<string>;
  /** Sends a line to its input. */
  tell(line: string): void;
  /** Ends it with a signal and waits until it has ended. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Waits until it has ended by itself; the exit status. */
  ended(): Promise<number | null>;
}

/** Runs a TypeScript file in a Node process of its own, killed after the test if it still runs. */
export function startChild(scope: TestScope, file: URL, args: readonly string[] = []): Child {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [file.pathname, ...args]);
  const exited = once(child, "exit") as Promise<[number | null]>;
  const unread: string[] = [];
  const waiting: { word: string; resolve: (rest: string) => void; reject: (error: Error) => void }[] = [];
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  createInterface(child.stdout).on("line", (line) => {
    unread.push(line);
    settle();
  });
  const settle = (): void => {
    for (const [index, { word, resolve }] of waiting.entries()) {
      const found = unread.findIndex((line) => line.split(" ")[0] === word);
      if (found < 0) continue;
      waiting.splice(index, 1);
      resolve(unread.splice(found, 1)[0]!.slice(word.length + 1));
      return settle();
    }
  };
  void exited.then(() => {
    for (const { word, reject } of waiting) reject(new Error(`Ended before it said ${word}: ${complaint}`));
  });
  const kill = async (signal: NodeJS.Signals = "SIGKILL"): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  scope.after(() => kill());
  return {
    pid: child.pid!,
    said: (word) =>
      new Promise((resolve, reject) => {
        waiting.push({ word, resolve, reject });
        settle();
      }),
    tell: (line) => child.stdin.write(`${line}\n`),
    kill,
    ended: async () => (await exited)[0],
  };
}
