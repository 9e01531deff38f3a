import type { Correction } from "@varde/contract";
import { type Actor, recordAudit } from "../../platform/audit/index.ts";
import { missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import type { PrivacyParts } from "../privacy-parts.ts";
import {
  insertAnswer,
  insertCorrection,
  isStored,
  listCorrections,
  type StoredCorrection,
} from "./corrections.sql.ts";

const ARTICLE_16 = "personvernforordningen artikkel 16";

/** What a person says is wrong, and about which of the stored things. */
export type CorrectionRequest = Pick<Correction, "object" | "statement"> & {
  readonly field?: string | undefined;
};

/** A request as the contract gives it. */
export function correctionOf({ requestedAt, answeredAt, ...correction }: StoredCorrection): Correction {
  return {
    ...correction,
    requestedAt: requestedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

/** Takes down that a person says something is wrong. The data themselves stay as they are. */
export async function requestCorrection(
  { db, clock }: PrivacyParts,
  { object, field, statement }: CorrectionRequest,
  actor: Actor,
): Promise<Correction | Refusal> {
  if (!(await isStored(db, object))) return missing("nothingToCorrect", { type: object.type, id: object.id });
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const id = await insertCorrection(tx, { object, field: field ?? null, statement, at, actor });
    const details = { correction: id, ...(field !== undefined && { field }) };
    await recordAudit(tx, {
      at,
      actor,
      act: "requestCorrection",
      object,
      details,
      after: { state: "requested" },
    });
    return getCorrection(tx, id);
  });
}

/** Answers a request: the annotation stands beside the data, or it is declined with the reason. Once only. */
export async function answerCorrection(
  { db, clock }: PrivacyParts,
  given: { readonly id: number; readonly annotate: boolean; readonly answer: string },
  actor: Actor,
): Promise<Correction | Refusal> {
  const { id, annotate, answer } = given;
  const [asked] = await listCorrections(db, { id });
  if (!asked) return missing("noSuchCorrection", { id });
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    if (!(await insertAnswer(tx, { id, annotate, answer, at, actor })))
      return refused("correctionAnswered", ARTICLE_16, { id });
    await recordAudit(tx, {
      at,
      actor,
      act: "answerCorrection",
      object: asked.object,
      details: { correction: id },
      before: { state: "requested" },
      after: { state: annotate ? "annotated" : "declined" },
    });
    return getCorrection(tx, id);
  });
}

async function getCorrection(tx: PrivacyParts["db"], id: number): Promise<Correction> {
  const [stored] = await listCorrections(tx, { id });
  if (!stored) throw new Error(`The correction ${id} was written and is not there`);
  return correctionOf(stored);
}
