export { identificationProblems } from "./messages/problems.ts";
export { readAlertSearch } from "./queue/alert-search.ts";
