/** Why an outside system gave no answer that can be used; it is asked again later. */
export type SilenceReason =
  | "timedOut"
  | "unreachable"
  | "failed"
  | "tooManyCalls"
  | "resting"
  | "accessRefused"
  | "notUnderstood"
  | "notAskable";

/** What every answer carries as evidence. */
interface Told {
  /** Name of the outside system. */
  readonly source: string;
  /** ISO instant the answer came, or was given up. */
  readonly at: string;
  /** The answer as received: parsed JSON where it was JSON, text otherwise, null where nothing came. */
  readonly raw: unknown;
}

/** A code the outside system used that Varde does not know; the answer holds all the same. */
export interface UnknownCode {
  /** Where in the answer it stands: `godkjenninger.0.autorisasjon`. */
  readonly path: string;
  readonly code: string;
}

export interface Found<T> extends Told {
  readonly answer: "found";
  readonly found: T;
  readonly unknownCodes: readonly UnknownCode[];
}

/** There is none there. That is an answer. */
export interface NotFound extends Told {
  readonly answer: "notFound";
}

/** Several fit, and an officer must choose. That is an answer too. */
export interface Ambiguous<T> extends Told {
  readonly answer: "ambiguous";
  readonly candidates: readonly T[];
  readonly unknownCodes: readonly UnknownCode[];
}

/** No answer: what waits for it is delayed and says why. `detail` is for operators and names no person. */
export interface Unavailable extends Told {
  readonly answer: "unavailable";
  readonly reason: SilenceReason;
  readonly detail: string;
}

/** What became of asking an outside system about one thing. */
export type OutsideAnswer<T> = Found<T> | NotFound | Ambiguous<T> | Unavailable;

/** A reply that could be read, before an adapter has judged what it says. */
export interface Heard<T> extends Told {
  readonly answer: "heard";
  readonly said: T;
}

/** How a slice asks a register about one thing, whoever answers. It never throws for what the register does. */
export type RegisterLookUp<Question, T> = (
  question: Question,
  signal?: AbortSignal,
) => Promise<OutsideAnswer<T>>;

/** A reply that names the one asked for. */
export function found<T>({ source, at, raw, said }: Heard<T>, unknownCodes: UnknownCode[] = []): Found<T> {
  return { answer: "found", source, at, raw, found: said, unknownCodes };
}

/** What a list of hits answers: none, the one, or several. */
export function answerOfHits<T>(
  { source, at, raw }: Heard<unknown>,
  hits: readonly T[],
  unknownCodesIn: (hit: T) => UnknownCode[] = () => [],
): Found<T> | Ambiguous<T> | NotFound {
  const unknownCodes = hits.flatMap(unknownCodesIn);
  const [only] = hits;
  if (only === undefined) return { answer: "notFound", source, at, raw };
  return hits.length === 1
    ? { answer: "found", source, at, raw, found: only, unknownCodes }
    : { answer: "ambiguous", source, at, raw, candidates: hits, unknownCodes };
}

/** An answer as evidence to keep: everything in it, in a form JSON can hold. */
export function evidenceOf(answer: OutsideAnswer<unknown>): {
  answer: OutsideAnswer<unknown>["answer"];
  evidence: Record<string, unknown>;
} {
  const { answer: outcome, ...evidence } = answer;
  return { answer: outcome, evidence };
}
