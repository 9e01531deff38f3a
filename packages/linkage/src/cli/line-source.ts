import type { Readable } from "node:stream";

/** One line of a file, with its number from 1. */
export interface NumberedLine {
  line: number;
  text: string;
}

/** A longer line is not one of people; nothing so long is kept in memory. */
const LONGEST_LINE = 200_000;

/** Told about a line that is too long, or from which on a file cannot be read. */
export type OnUnreadable = (line: number, message: string) => void;

/** The lines of a stream of UTF-8, one at a time; lines can be given back to be read again. */
export class LineSource {
  readonly #lines: AsyncGenerator<NumberedLine>;
  readonly #givenBack: NumberedLine[] = [];

  constructor(stream: Readable, onUnreadable: OnUnreadable) {
    this.#lines = splitLines(stream, onUnreadable);
  }

  async next(): Promise<NumberedLine | undefined> {
    const again = this.#givenBack.pop();
    if (again) return again;
    const { done, value } = await this.#lines.next();
    return done === true ? undefined : value;
  }

  /** Gives lines back, in their order. */
  giveBack(lines: readonly NumberedLine[]): void {
    this.#givenBack.push(...lines.toReversed());
  }
}

async function* splitLines(stream: Readable, onUnreadable: OnUnreadable): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  let line = 1;
  let rest = "";
  let tooLong = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const texts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = texts.pop() ?? "";
      for (const text of texts) {
        if (!tooLong) yield { line, text: withoutReturn(text) };
        tooLong = false;
        line++;
      }
      if (rest.length <= LONGEST_LINE) continue;
      if (!tooLong) onUnreadable(line, `The line is longer than ${LONGEST_LINE} letters.`);
      tooLong = true;
      rest = "";
    }
  } catch (error) {
    onUnreadable(line, `The file cannot be read any further: ${(error as Error).message}`);
    return;
  }
  if (rest !== "" && !tooLong) yield { line, text: withoutReturn(rest) };
}

const withoutReturn = (text: string): string => (text.endsWith("\r") ? text.slice(0, -1) : text);
