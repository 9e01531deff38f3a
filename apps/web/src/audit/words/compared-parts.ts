/** One part of what was written, as it stood before and after; "" where it was not there. */
export interface ComparedPart {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

type Parts = Readonly<Record<string, unknown>> | null;

/** A value of an entry as it can be read: text as it stands, everything else as JSON. */
export function writtenValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The parts of an entry side by side, in the order they are known. */
export function comparedParts(before: Parts, after: Parts): readonly ComparedPart[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => {
    const [was, is] = [writtenValue(before?.[name]), writtenValue(after?.[name])];
    return { name, before: was, after: is, differs: before !== null && after !== null && was !== is };
  });
}
