export { monitoringProblems } from "./messages/problems.ts";
