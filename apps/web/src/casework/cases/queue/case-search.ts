import {
  CASE_FLAGS,
  CASE_LISTS,
  CASE_PRIORITIES,
  CASE_STAGES,
  type CaseFlag,
  type CaseList,
  type CasePriority,
  type CaseStage,
} from "@varde/contract/cases";

/** What the work queue shows, as it stands in the address. Without a list it is what a day begins with. */
export interface CaseSearch {
  readonly list?: CaseList;
  readonly stage?: CaseStage;
  readonly priority?: CasePriority;
  readonly flag?: CaseFlag;
  readonly search?: string;
}

/** Reads the address; what is not understood is left out. */
export function readCaseSearch(given: Record<string, unknown>): CaseSearch {
  const list = CASE_LISTS.find((one) => one === given.list);
  const stage = CASE_STAGES.find((one) => one === given.stage);
  const priority = CASE_PRIORITIES.find((one) => one === given.priority);
  const flag = CASE_FLAGS.find((one) => one === given.flag);
  return {
    ...(list && list !== "open" && { list }),
    ...(stage && { stage }),
    ...(priority && { priority }),
    ...(flag && { flag }),
    ...(typeof given.search === "string" && given.search !== "" && { search: given.search }),
  };
}
