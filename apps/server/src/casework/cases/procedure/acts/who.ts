import { type Sentence, say } from "../sentence.ts";

/** What an officer must be permitted, to act in cases. Names are those of the permissions of the house. */
export const CASE_PERMISSIONS = ["prepareCases", "assessCases", "approveDecisions", "steerCases"] as const;
export type CasePermission = (typeof CASE_PERMISSIONS)[number];

/** Who may do an act: any one of the permissions, told in a sentence. */
export interface Who {
  readonly anyOf: readonly CasePermission[];
  readonly name: Sentence;
  /** Whether the robot may do it by itself as well. */
  readonly robot?: true;
}

const PREPARES = say("førstelinjen", "førstelinja", "the first line");
const ASSESSES = say("andrelinjen", "andrelinja", "the second line");

export const FIRST_LINE: Who = { anyOf: ["prepareCases"], name: PREPARES };
export const FIRST_LINE_OR_ROBOT: Who = {
  anyOf: ["prepareCases"],
  name: say("førstelinjen eller roboten", "førstelinja eller roboten", "the first line or the robot"),
  robot: true,
};
export const SECOND_LINE: Who = { anyOf: ["assessCases"], name: ASSESSES };
export const APPROVER: Who = {
  anyOf: ["approveDecisions"],
  name: say("godkjenneren", "godkjennaren", "the approver"),
};
export const PROCESS_OWNER: Who = {
  anyOf: ["steerCases"],
  name: say("prosesseieren", "prosesseigaren", "the process owner"),
};
export const EITHER_LINE: Who = {
  anyOf: ["prepareCases", "assessCases"],
  name: say("begge linjer", "begge linjer", "either line"),
};
export const EITHER_LINE_OR_ROBOT: Who = {
  anyOf: ["prepareCases", "assessCases"],
  name: say("begge linjer eller roboten", "begge linjer eller roboten", "either line or the robot"),
  robot: true,
};
export const LINES_AND_OWNER: Who = {
  anyOf: ["prepareCases", "assessCases", "steerCases"],
  name: say(
    "begge linjer eller prosesseieren",
    "begge linjer eller prosesseigaren",
    "either line or the process owner",
  ),
};
export const SECOND_LINE_OR_OWNER: Who = {
  anyOf: ["assessCases", "steerCases"],
  name: say(
    "andrelinjen eller prosesseieren",
    "andrelinja eller prosesseigaren",
    "the second line or the process owner",
  ),
};
export const APPROVER_OR_OWNER: Who = {
  anyOf: ["approveDecisions", "steerCases"],
  name: say(
    "godkjenneren eller prosesseieren",
    "godkjennaren eller prosesseigaren",
    "the approver or the process owner",
  ),
};
export const ANYBODY_ON_CASES: Who = {
  anyOf: ["prepareCases", "assessCases", "approveDecisions", "steerCases"],
  name: say("alle som arbeider med saken", "alle som arbeider med saka", "everybody who works on the case"),
};
