import type { LineProblem } from "./read-people.ts";

/** How far long work has come. */
export interface ShownProgress {
  show(done: number, total?: number): void;
  stop(): void;
}

/** Where commands say what goes on: never where their result goes. */
export interface LinkConsole {
  progress: (title: string, total?: number) => ShownProgress;
  problem: (problem: LineProblem) => void;
}

/** Showing is not free, so it is done once for so many people. */
export const SHOW_EVERY = 100;

/** How many people a file has, judging by the share of it that held so many. */
export const expected = (people: number, shareRead: number): number =>
  shareRead > 0 ? Math.max(people, Math.round(people / shareRead)) : people;

/** A console that counts what is wrong and writes a line for each to standard error, besides a plain progress. Columns that
 * are not compared are no mistake and told once for each file. */
export function standardConsole(
  progress?: LinkConsole["progress"],
): LinkConsole & { readonly problems: number } {
  let problems = 0;
  const toldOnce = new Set<string>();
  return {
    progress: progress ?? plainProgress,
    problem: ({ file, line, code, message }) => {
      const text = `${file}, line ${line}: ${message}\n`;
      if (code !== "unusedColumns") problems++;
      else if (toldOnce.has(text)) return;
      else toldOnce.add(text);
      process.stderr.write(text);
    },
    get problems() {
      return problems;
    },
  };
}

const SHOW_EVERY_MS = 2_000;

function plainProgress(title: string): ShownProgress {
  let shown = Date.now();
  return {
    show: (done, total) => {
      if (Date.now() - shown < SHOW_EVERY_MS) return;
      shown = Date.now();
      process.stderr.write(`${title}: ${done}${total ? ` of ${total}` : ""}\n`);
    },
    stop: () => {},
  };
}
