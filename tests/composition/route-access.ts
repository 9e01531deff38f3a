import { readFileSync } from "node:fs";
import type { RouteAnswers } from "../../apps/server/src/platform/http/testing.ts";

/** Kind of caller → what becomes of them at a route: "in", "403" (no permission) or "401" (must log in first). */
export type Access = Readonly<Record<string, string>>;

/** The table of routes and roles; other tables of the same shape have addresses of their own. */
const ROUTES = new URL("route-access.md", import.meta.url);

/** Reads a reviewed table: "METHOD /path" → access of each kind of caller. */
export function readReviewedAccess(table = ROUTES): ReadonlyMap<string, Access> {
  const rows = readFileSync(table, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim().replaceAll("`", ""))
        .slice(1, -1),
    );
  const [[, ...callers] = [], , ...routes] = rows;
  return new Map(
    routes.map(([route = "", ...cells]) => [
      route,
      Object.fromEntries(callers.map((caller, column) => [caller, cells[column] ?? ""])),
    ]),
  );
}

/** What every kind of caller met at every route. */
export function accessOf(answers: readonly RouteAnswers[]): ReadonlyMap<string, Access> {
  return new Map(
    answers.map(({ method, path, statuses }) => [
      `${method} ${path}`,
      Object.fromEntries(Object.entries(statuses).map(([caller, status]) => [caller, verdict(status)])),
    ]),
  );
}

/** A row of the table, ready to be pasted into it. */
export function writeRow(route: string, access: Access): string {
  return `| \`${route}\` | ${Object.values(access).join(" | ")} |`;
}

function verdict(status: number): string {
  return status === 401 || status === 403 ? String(status) : "in";
}
