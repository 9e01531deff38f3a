import { Presets, SingleBar } from "cli-progress";

/** Shows how far long work has come: a bar on a terminal, otherwise a line on standard error now and then. */
export interface Progress {
  /** `done` of `total` units; `total` may become known or change under way. */
  show(done: number, total?: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

/**
 * Starts showing progress of `title`. Nothing is written to standard output, which belongs to the result.
 * `quiet` shows nothing at all.
 */
export function startProgress(
  title: string,
  total = 0,
  { quiet = false, output = process.stderr } = {},
): Progress {
  if (quiet) return { show: () => {}, stop: () => {} };
  return output.isTTY ? startBar(title, total, output) : startLines(title, total, output);
}

function startBar(title: string, total: number, output: NodeJS.WriteStream): Progress {
  const bar = new SingleBar(
    {
      format: `${title} {bar} {percentage}% {value}/{total} {duration_formatted}`,
      stream: output,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    show: (done, newTotal) => {
      if (newTotal !== undefined) bar.setTotal(newTotal);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function startLines(title: string, total: number, output: NodeJS.WriteStream): Progress {
  let [last, known, lastWritten] = [0, total, Date.now()];
  let written = "";
  const write = () => {
    const line = `${title}: ${last}${known > 0 ? ` of ${known}` : ""}\n`;
    if (line !== written) output.write(line);
    written = line;
  };
  return {
    show: (done, newTotal) => {
      last = done;
      known = newTotal ?? known;
      if (Date.now() - lastWritten < LINE_EVERY_MS) return;
      lastWritten = Date.now();
      write();
    },
    stop: write,
  };
}
