export { intakeProblems } from "./messages/problems.ts";
export { type QueueSearch, readQueueSearch } from "./queue/queue-search.ts";
