import type { CaseAct, CaseActName } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Standing } from "../../../access/index.ts";
import { invalid, isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { findAlertRecord } from "../facts/facts.sql.ts";
import { caseAlertOf, type GatheredCase } from "../facts/gather-facts.ts";
import { findCaseOfAlert, lockAlert, tieAlerts, untieAlert } from "../opening/opening.sql.ts";
import { findOfficer } from "../queue/officers.sql.ts";
import { chooseOfficer } from "./choose-officer.ts";
import { decisionOf, suspensionOf } from "./decision-content.ts";
import {
  type DecisionToWrite,
  deleteLink,
  insertDecision,
  insertLink,
  insertLookUp,
  takeLookUpId,
  type WrittenBy,
} from "./effects.sql.ts";
import { refuseToLink } from "./link-cases.ts";
import { answerOfHpr, answerOfPrescribingRight } from "./look-up-hpr.ts";

/** What is written beside the history once the rules have allowed an act. */
export type Effect = (
  tx: Kysely<unknown>,
  written: WrittenBy & { readonly caseId: number; readonly actId: number },
) => Promise<void>;

/** An act ready to be judged: what the rules are given, what the history keeps, and what else is written. */
export interface PreparedAct {
  readonly input: object;
  readonly recorded: Readonly<Record<string, unknown>>;
  readonly effects: readonly Effect[];
}

/** What preparing an act can look at. The standing is absent where the machine acts. */
export interface Preparing {
  readonly tx: Kysely<unknown>;
  readonly gathered: GatheredCase;
  readonly standing: Standing | undefined;
  readonly at: Date;
}

type Given<N extends CaseActName> = Omit<Extract<CaseAct, { act: N }>, "act">;
type Preparations = {
  readonly [N in CaseActName]?: (given: Given<N>, preparing: Preparing) => Promise<PreparedAct | Refusal>;
};

const prepared = (
  input: object,
  { recorded = input, effects = [] }: { recorded?: object; effects?: readonly Effect[] } = {},
): PreparedAct => ({ input, recorded: { ...recorded }, effects });

/** Acts that need something looked up before they are judged, or something written beside the history. */
const PREPARATIONS: Preparations = {
  joinAlert: async (given, { tx, gathered: { record } }) => {
    await lockAlert(tx, given.alertId);
    const alert = await findAlertRecord(tx, given.alertId);
    if (!alert) return missing("noSuchAlert", { alert: given.alertId });
    const other = await findCaseOfAlert(tx, given.alertId);
    if (other !== undefined && other !== record.id)
      return refused("alertInOtherCase", undefined, { alert: given.alertId, case: other });
    return prepared(
      { alert: caseAlertOf(alert, record.hprNumber), reason: given.reason },
      {
        recorded: given,
        effects: [
          async (write, { caseId, at }) => {
            await tieAlerts(write, caseId, [given.alertId], at);
          },
        ],
      },
    );
  },
  takeAlertApart: async (given) =>
    prepared(given, { effects: [(write, { caseId }) => untieAlert(write, caseId, given.alertId)] }),
  recordLookUp: async ({ register, purpose, ...given }, { tx, gathered: { person } }) => {
    const asked =
      register === "hpr"
        ? answerOfHpr(person)
        : register === "prescribingRight"
          ? answerOfPrescribingRight(person)
          : given;
    const { answer, evidence } = asked;
    if (answer === undefined) return invalid("lookUpAnswerMissing", { register });
    const id = await takeLookUpId(tx);
    return prepared(
      { id, register, answer },
      {
        recorded: { id, register, purpose, answer },
        effects: [
          (write, { caseId, ...by }) =>
            insertLookUp(write, caseId, { id, register, purpose, answer, evidence }, by),
        ],
      },
    );
  },
  draftDecision: async (given, { at }) => {
    const decision = decisionOf(given, at);
    return isRefusal(decision) ? decision : withLetter(given, decision);
  },
  imposeInterimSuspension: async (given) => withLetter(given, suspensionOf("interimSuspension", given)),
  extendInterimSuspension: async (given, { gathered: { facts } }) => {
    const { interimSuspension: running } = facts;
    const scope = running.status === "inForce" ? running.scope : "full";
    return withLetter(given, suspensionOf("suspensionExtension", { scope, ...given }));
  },
  take: async (given, { tx, standing }) => {
    const isOfficer = standing && (await findOfficer(tx, standing.person.id));
    return isOfficer ? prepared(given) : missing("noSuchOfficer");
  },
  assign: async ({ personId, ...given }, { tx, gathered: { facts }, at }) => {
    const person = await chooseOfficer(tx, facts, { personId, line: given.line, at });
    return isRefusal(person) ? person : prepared({ ...given, person });
  },
  give: async ({ personId }, { tx, gathered: { facts }, at }) => {
    const person = await chooseOfficer(tx, facts, { personId, at });
    return isRefusal(person) ? person : prepared({ person });
  },
  linkCases: async (given, { tx, standing }) =>
    (await refuseToLink(tx, standing, given.otherCase)) ??
    prepared(given, {
      effects: [
        async (write, { caseId, actor, at }) => {
          await insertLink(write, [caseId, given.otherCase], { reason: given.reason, actor, at });
        },
      ],
    }),
  unlinkCases: async (given) =>
    prepared(given, {
      effects: [
        async (write, { caseId }) => {
          await deleteLink(write, [caseId, given.otherCase]);
        },
      ],
    }),
};

/** Makes an act ready to be judged. Refuses what it names and does not exist. */
export async function prepareAct(
  { act, ...given }: CaseAct,
  preparing: Preparing,
): Promise<PreparedAct | Refusal> {
  const { attachmentId } = given as { readonly attachmentId?: number };
  const { attachments } = preparing.gathered.facts;
  if (attachmentId !== undefined && !attachments.some((one) => one.attachmentId === attachmentId))
    return missing("attachmentNotInCase", { attachment: attachmentId });
  const prepare = PREPARATIONS[act] as
    | ((given: object, preparing: Preparing) => Promise<PreparedAct | Refusal>)
    | undefined;
  return prepare ? prepare(given, preparing) : prepared(given);
}

/** The letter is kept as a version of its own; the history and the rules know it by its hash. */
function withLetter(
  { letter: _letter, ...given }: { readonly letter: string },
  decision: DecisionToWrite,
): PreparedAct {
  return prepared(
    { ...given, contentHash: decision.contentHash },
    {
      effects: [(write, { caseId, actId, ...by }) => insertDecision(write, { caseId, actId }, decision, by)],
    },
  );
}
