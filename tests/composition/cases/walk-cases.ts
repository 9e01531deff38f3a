import { ROLES, type Role } from "@varde/contract";
import fc from "fast-check";
import { type LoggedInCaller, loginAs } from "../../../apps/server/src/access/testing.ts";
import type { App } from "../../../apps/server/src/platform/http/index.ts";
import { arbitraryOf, type Lookup } from "../schemas/arbitrary-of.ts";
import { type Operation, operationsOf } from "../schemas/operations.ts";
import type { SeededCases } from "./seed-cases.ts";

/** How a case is to a person: of their unit, of another one, or one they are shut out of. */
export const RELATIONS = ["own unit", "other unit", "shut out"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The case that is so to a role; roles without a unit stand to all cases as to one of their own and one of another. */
export function caseFor(role: Role, relation: Relation, cases: SeededCases): number {
  if (relation === "shut out") return cases.handover;
  const isOwn = relation === "own unit";
  return isOwn === (role === "secondLine") ? cases.secondLine : cases.firstLine;
}

/** The operations in one case: those whose address begins with it. */
export function caseOperations(app: App): { operations: Operation[]; lookup: Lookup } {
  const { operations, lookup } = operationsOf(app);
  return { operations: operations.filter(({ path }) => path.startsWith("/api/cases/{id}")), lookup };
}

/**
 * What becomes of each role at an operation, on a case of each relation: "in", "403", or "400" where the request itself
 * was at fault, which tells nothing. A 404 about the case itself counts as kept out: "404".
 */
export async function walkCases(
  app: App,
  cases: SeededCases,
  { method, path, body, parameters }: Operation,
  lookup: Lookup,
): Promise<Record<Role, string>> {
  const sample = body && fc.sample(arbitraryOf(body, lookup), { numRuns: 1, seed: 7 })[0];
  const query = parameters
    .filter(({ in: place, schema }) => place === "query" && schema.format === "date-time")
    .map(({ name }) => `${name}=2026-02-03T08:00:00Z`)
    .join("&");
  const found: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const caller = await loginAs(app, role);
    const cells: string[] = [];
    for (const relation of RELATIONS) {
      const id = caseFor(role, relation, cases);
      const address = path.replace("{id}", String(id)).replace(/\{\w+\}/g, "1");
      cells.push(await verdict(caller, method, query ? `${address}?${query}` : address, sample));
    }
    found[role] = cells.join(" ");
  }
  return found as Record<Role, string>;
}

async function verdict(
  caller: LoggedInCaller,
  method: string,
  path: string,
  sample: unknown,
): Promise<string> {
  const answer = await caller.fetch(path, {
    method,
    ...(method !== "GET" && bodyOf(path, sample)),
  });
  const { code } = answer.ok ? { code: "" } : ((await answer.json()) as { code: string });
  if (answer.ok) await answer.body?.cancel();
  if (answer.status === 404) return code === "noSuchCase" ? "404" : "in";
  return [400, 401, 403].includes(answer.status) ? String(answer.status) : "in";
}

/** Files where the operation takes them, which says nothing of a JSON body. */
function bodyOf(path: string, sample: unknown): RequestInit {
  if (!path.includes("/attachments"))
    return { body: JSON.stringify(sample ?? {}), headers: { "content-type": "application/json" } };
  const form = new FormData();
  form.append("file", new Blob(["Et brev"], { type: "text/plain" }), "brev.txt");
  return { body: form };
}
