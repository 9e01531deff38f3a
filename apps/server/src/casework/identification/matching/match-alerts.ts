import type { Candidate, LinkResult, PersonRecord } from "@varde/linkage";
import { answerChanges } from "../rules/answer-changes.ts";
import { type Answer, identityAfterRun, isSameAnswer } from "../rules/identity-after-run.rules.ts";
import { knownPerson } from "../rules/known-person.ts";
import type { AlertToMatch, VersionToMatch } from "./match.sql.ts";
import type { AskedWith, RegisterIndex } from "./register-index.ts";
import type { IdentityToWrite, MatchWrites, RunToWrite } from "./write-matches.sql.ts";

/** As many people as an officer can weigh; below the engine's threshold only those it is not almost sure to exclude. */
export const MOST_CANDIDATES = 5;
const LEAST_PROBABILITY = 0.001;

/** However strong the evidence, that it is somebody else is never impossible; rounding may not say so. */
const MOST_PROBABLE = 1 - 1e-9;

/** With what and when a batch is matched. */
export interface MatchingOf {
  index: Pick<RegisterIndex, "link">;
  asked: AskedWith;
  at: Date;
}

/** A `MatchWrites` to collect into. */
export function nothingToWrite(): MatchWrites {
  return { runs: [], identities: [], moved: [] };
}

/** Asks about every version of an alert that has not been asked about; the current one moves the identity. */
export function matchNewVersions(alert: AlertToMatch, of: MatchingOf, writes: MatchWrites): void {
  for (const [position, version] of alert.versions.entries()) {
    if (version.matched) continue;
    const result = ask(queryOf(alert, position), of);
    const answer = answerOf(version, result);
    const run = runOf(version, result, position === 0 ? "registered" : "updated");
    writes.runs.push(run);
    if (version.id !== alert.currentVersion) continue;
    if (alert.identity) run.changes = answerChanges(alert.identity, answer);
    moveIdentity(alert, run, answer, of, writes);
  }
}

/**
 * Asks again about the current version of an alert. An answer that says the same as before only renews what the alert
 * has been checked with.
 */
export function recheck(
  alert: AlertToMatch,
  cause: "register" | "engine",
  of: MatchingOf,
  writes: MatchWrites,
): void {
  const position = alert.versions.findIndex(({ id }) => id === alert.currentVersion);
  const version = alert.versions[position];
  const { identity } = alert;
  // A version not asked about yet will be, with the newest register.
  if (!version?.matched || !identity) return;
  const result = ask(queryOf(alert, position), of);
  const answer = answerOf(version, result);
  if (isSameAnswer(identity, answer)) {
    renewCheck(alert, of.asked, writes);
    return;
  }
  const run = runOf(version, result, cause);
  run.changes = answerChanges(identity, answer);
  writes.runs.push(run);
  moveIdentity(alert, run, answer, of, writes);
}

/** Records that an alert holds as it stands with this register, without asking. */
export function renewCheck({ identity }: AlertToMatch, asked: AskedWith, writes: MatchWrites): void {
  if (identity)
    writes.identities.push({ ...identity, ...checkedWith(asked), ...bestOf(identity.candidates) });
}

/** What the engine is asked about the current version of an alert. */
export function currentQuery(alert: AlertToMatch): PersonRecord {
  return queryOf(
    alert,
    alert.versions.findIndex(({ id }) => id === alert.currentVersion),
  );
}

function queryOf({ id, versions }: AlertToMatch, position: number): PersonRecord {
  return knownPerson(id, versions.slice(0, position + 1));
}

function ask(query: PersonRecord, { index }: MatchingOf): LinkResult {
  const result = index.link(query, MOST_CANDIDATES);
  const isKept = ({ outcome, probability }: Candidate) =>
    outcome !== "noMatch" || probability >= LEAST_PROBABILITY;
  const candidates = result.candidates
    .filter(isKept)
    .map((one) => ({ ...one, probability: Math.min(one.probability, MOST_PROBABLE) }));
  return { ...result, candidates };
}

function answerOf({ id }: VersionToMatch, { outcome, candidates }: LinkResult): Answer {
  return {
    versionId: id,
    outcome,
    candidates: candidates.map((one) => ({ ...one, hprNumber: Number(one.id) })),
  };
}

function runOf(version: VersionToMatch, result: LinkResult, cause: RunToWrite["cause"]): RunToWrite {
  const candidates = result.candidates.map(({ id, ...one }, rank) => ({
    ...one,
    rank: rank + 1,
    hprNumber: Number(id),
  }));
  const { alertId, messageId } = version;
  return {
    alertId,
    messageId,
    versionId: version.id,
    cause,
    outcome: result.outcome,
    candidates,
    changes: [],
  };
}

function moveIdentity(
  alert: AlertToMatch,
  run: RunToWrite,
  answer: Answer,
  { asked, at }: MatchingOf,
  writes: MatchWrites,
): void {
  const before = alert.identity;
  const after = identityAfterRun(before, answer);
  const stays = before?.state === after.state && !after.reopened;
  const keepsProposal = after.state === "awaitingDecision" && before?.versionId === answer.versionId;
  const reopened = after.reopened ? { ...after.reopened, at: at.toISOString() } : null;
  const identity: IdentityToWrite = {
    alertId: alert.id,
    state: after.state,
    since: stays ? before.since : at,
    versionId: answer.versionId,
    runId: run,
    outcome: answer.outcome,
    ...bestOf(answer.candidates),
    confirmedHpr: after.state === "confirmed" ? (before?.confirmedHpr ?? null) : null,
    decisionId: before?.decisionId ?? null,
    proposalId: keepsProposal ? (before?.proposalId ?? null) : null,
    reopened: after.state === "awaitingDecision" ? (reopened ?? before?.reopened ?? null) : null,
    ...checkedWith(asked),
  };
  writes.identities.push(identity);
  if (!stays || before.outcome !== answer.outcome) writes.moved.push(identity);
}

function bestOf([best]: Answer["candidates"]) {
  return { bestHpr: best?.hprNumber ?? null, bestProbability: best?.probability ?? null };
}

function checkedWith({ engineVersion, modelVersion, registerVersion }: AskedWith) {
  return { checkedEngine: engineVersion, checkedModel: modelVersion, checkedRegister: registerVersion };
}
