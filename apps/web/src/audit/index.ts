export { readAuditSearch, readPeriod } from "./log/audit-search.ts";
export { auditProblems } from "./messages/problems.ts";
export { readLookersSearch } from "./words/object-types.ts";
