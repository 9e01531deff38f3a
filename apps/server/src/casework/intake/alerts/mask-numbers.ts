import { isMaskedNumber, type MessageView, maskIdentityNumber, maskNumbersIn } from "@varde/contract";
import type { Entry, FieldProblem, FieldReading, Part } from "../reading/reading.ts";

type Fields = Entry["fields"];
type Problems = MessageView["entries"][number]["problems"];

/** What was read in an alert, with the end of its identity number hidden. */
export function maskFields<F extends Fields>(fields: F): F {
  const { nationalId } = fields;
  if (!nationalId) return fields;
  const masked = maskIdentityNumber(nationalId.value);
  return { ...fields, nationalId: { ...nationalId, value: masked, raw: masked } satisfies FieldReading };
}

/** Places where an identity number could not be read, with the end of what stands there hidden. */
export function maskProblems(problems: Problems): Problems {
  return problems.map((problem) =>
    problem.field === "nationalId" ? { ...problem, raw: maskIdentityNumber(problem.raw) } : problem,
  );
}

/** The text of a message with its identity numbers masked: those that were read, and what looks like one. */
export function maskParts(
  parts: readonly Part[],
  entries: readonly { fields: Fields; problems: readonly Pick<FieldProblem, "field" | "raw">[] }[],
): Part[] {
  const known = entries.flatMap(({ fields, problems }) => [
    ...(fields.nationalId ? [fields.nationalId.raw, fields.nationalId.value] : []),
    ...problems.filter(({ field }) => field === "nationalId").map(({ raw }) => raw),
  ]);
  return parts.map((part) => ({
    ...part,
    lines: part.lines.map((line) => ({ ...line, text: maskNumbersIn(line.text, known) })),
  }));
}

/** The identity number an officer gave, or where they left the masked one standing, the one it masks. */
export function unmaskNumber(given: string | undefined, read: Entry | undefined): string | undefined {
  if (given === undefined || !isMaskedNumber(given)) return given;
  const numbers = [
    read?.fields.nationalId?.value,
    ...(read?.problems ?? []).filter(({ field }) => field === "nationalId").map(({ raw }) => raw),
  ];
  return numbers.find((number) => number !== undefined && maskIdentityNumber(number) === given) ?? given;
}
