import type { FastifyRequest } from "fastify";
import { recordRefusals } from "../../../platform/audit/index.ts";
import { problemOfRefusal, type RouteModule, StoppedRequest } from "../../../platform/http/index.ts";
import { forbidden } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { findShutCase, type PartOfCase } from "./shut-out.sql.ts";

/** Addresses about one alert, person or message, and the parameter that says which. */
const PARTS: readonly { kind: PartOfCase["kind"]; address: string; parameter: string }[] = [
  { kind: "alert", address: "/api/alerts/:id", parameter: "id" },
  { kind: "person", address: "/api/people/:hpr", parameter: "hpr" },
  { kind: "message", address: "/api/intake/messages/:id", parameter: "id" },
];

/**
 * Keeps officers who are shut out of a case from its alerts, its person and its messages as well, at every address about
 * one of them. Its place is before the modules of those addresses: it holds for what is registered after it.
 */
export function keepShutOut({ db, clock }: Pick<CasesParts, "db" | "clock">): RouteModule {
  const record = recordRefusals(db, clock);
  return (app) => {
    app.addHook("preHandler", async (request) => {
      const part = partOf(request);
      const person = request.caller?.person;
      if (!part || !person) return;
      const caseId = await findShutCase(db, person.id, part);
      if (caseId === undefined) return;
      const refusal = forbidden("excludedFromCase", "forvaltningsloven § 6", { case: caseId });
      const [path = ""] = request.url.split("?", 1);
      await record({ person, method: request.method, path, code: refusal.code });
      throw new StoppedRequest(problemOfRefusal(refusal));
    });
  };
}

function partOf(request: FastifyRequest): PartOfCase | undefined {
  const { url = "" } = request.routeOptions;
  const found = PARTS.find(({ address }) => url === address || url.startsWith(`${address}/`));
  if (!found) return undefined;
  const params = request.params as Readonly<Record<string, unknown>>;
  return { kind: found.kind, id: Number(params[found.parameter]) };
}
