export { AlertLines } from "./alert/same-person.tsx";
export { identificationProblems } from "./messages/problems.ts";
export { RegisterFacts } from "./person/register-facts.tsx";
export { readAlertSearch } from "./queue/alert-search.ts";
