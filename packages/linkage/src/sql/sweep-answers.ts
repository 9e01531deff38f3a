import type { BlockingKey } from "../index/blocking-keys.ts";
import type {
  Candidate,
  EvidenceField,
  EvidenceLevel,
  FieldEvidence,
  LinkResult,
  Outcome,
} from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { priorBits } from "../scoring/decide.ts";
import { ENGINE_VERSION } from "../version.ts";
import { keysThatMet } from "./gathering.sql.ts";

/** One candidate of one query as the database gives it; rows come by query, best candidate first. */
export interface CandidateRow {
  query: number;
  id: string;
  probability: number;
  bits: number;
  outcome: Outcome;
  rivalBits: number;
  /** See {@link keysThatMet}. */
  keys: number;
  evidence: {
    fields: EvidenceField[];
    levels: EvidenceLevel[];
    bits: number[];
    asked: (string | null)[];
    found: (string | null)[];
    number_equal: boolean;
    registration_equal: boolean;
  };
}

/** The answers to queries numbered from 0, in that order, in the engine's own shape. */
export function sweepAnswers(
  queries: number,
  rows: readonly CandidateRow[],
  model: LinkageModel,
  people: number,
): LinkResult[] {
  const byQuery = Map.groupBy(rows, ({ query }) => query);
  const prior: FieldEvidence = {
    field: "prior",
    ...OF_NOBODY,
    level: "baseRate",
    bits: priorBits(model, people),
  };
  return Array.from({ length: queries }, (_, query): LinkResult => {
    const candidates = (byQuery.get(query) ?? []).map((row) => candidateOf(row, prior));
    return {
      outcome: candidates[0]?.outcome ?? "noMatch",
      candidates,
      engineVersion: ENGINE_VERSION,
      modelVersion: model.version,
    };
  });
}

function candidateOf(row: CandidateRow, prior: FieldEvidence): Candidate {
  const { id, probability, bits, outcome } = row;
  const explanation = [prior, ...evidenceRows(row), ...rivalRows(row.rivalBits)];
  return { id, probability, bits, keys: keyNames(row), outcome, explanation };
}

function evidenceRows({ evidence: { fields, levels, bits, asked, found } }: CandidateRow): FieldEvidence[] {
  return fields.map((field, i) => ({
    field,
    asked: asked[i] ?? null,
    found: found[i] ?? null,
    level: levels[i] as EvidenceLevel,
    bits: bits[i] as number,
  }));
}

const OF_NOBODY = { asked: null, found: null };

const rivalRows = (bits: number): FieldEvidence[] =>
  bits === 0 ? [] : [{ field: "otherCandidates", ...OF_NOBODY, level: "rivals", bits }];

/** The names of the keys that met; for numbers, which of them are equal. */
function keyNames({ keys, evidence }: CandidateRow): string[] {
  const numbers = [
    ...(evidence.number_equal ? ["nationalId"] : []),
    ...(evidence.registration_equal ? ["registrationNumber"] : []),
  ];
  return keysThatMet(keys)
    .flatMap((key: BlockingKey): string[] => (key === "number" ? numbers : [key]))
    .sort();
}
