import { readFileSync } from "node:fs";
import type { AlertRow, CaseRow, Colleague, MessageRow } from "@varde/contract";
import type { APIRequestContext } from "playwright-core";

/** A page as it is looked at: who sees it, and under which address of the application it is. */
export interface PageToSee {
  /** The address as the application names it, with its `$` parts. */
  readonly route: string;
  /** A real address of it. */
  readonly path: string;
  readonly who: string;
}

const ROUTES = ["routes.tsx", "access-routes.tsx"].map(
  (file) => new URL(`../../apps/web/src/app/${file}`, import.meta.url),
);

/** The address of every page, as the application declares them; "$" is every address it does not know. */
export function declaredPages(): readonly string[] {
  const declarations = ROUTES.map((file) => readFileSync(file, "utf8")).join("\n");
  return [...declarations.matchAll(/\bpath: "([^"]+)"/g)].map(([, path = ""]) => path);
}

/** Every page of somebody logged in, in the states that look different, with the people of the demonstration who see them. */
export async function findPages(asOfficer: APIRequestContext): Promise<readonly PageToSee[]> {
  const message = async (state: string) => {
    const { rows } = await ask<{ rows: MessageRow[] }>(
      asOfficer,
      `/api/intake/messages?state=${state}&limit=1`,
    );
    return `/intake/messages/${rows[0]?.id}`;
  };
  const alert = async (query: string) => {
    const { rows } = await ask<{ rows: AlertRow[] }>(asOfficer, `/api/alerts?limit=1&${query}`);
    return rows[0];
  };
  const { rows: cases } = await ask<{ rows: CaseRow[] }>(asOfficer, "/api/cases?list=all&limit=1");
  const awaiting = await alert("identity=awaitingDecision");
  const withdrawn = await alert("status=withdrawn");
  const withoutMatch = await alert("identity=noMatch");
  const [officer, manager, operator] = ["Ingrid Solbakken", "Erik Strand", "Solveig Bakke"];
  const [owner, auditor] = ["Turid Nygård", "Henrik Lunde"];
  const { colleagues } = await ask<{ colleagues: Colleague[] }>(asOfficer, "/api/colleagues");
  const knownPerson = `/access/people/${colleagues.find(({ name }) => name === officer)?.id}`;
  const see = (who: string, route: string, ...paths: readonly string[]) =>
    (paths.length > 0 ? paths : [route]).map((path) => ({ who, route, path }));
  return [
    ...see(officer, "/intake", "/intake", "/intake?search=nothing-like-this"),
    ...see(officer, "/intake/enter"),
    ...see(
      officer,
      "/intake/messages/$id",
      await message("quarantined"),
      await message("registered"),
      await message("duplicate"),
      await message("irrelevant"),
      "/intake/messages/999999",
    ),
    ...see(officer, "/alerts"),
    ...see(officer, "/alerts/$id", ...[awaiting, withdrawn, withoutMatch].map((row) => `/alerts/${row?.id}`)),
    ...see(officer, "/people/$hpr", `/people/${awaiting?.bestHpr}`),
    ...see(officer, "/cases"),
    ...see(officer, "/cases/$id", `/cases/${cases[0]?.id}`, `/cases/${cases[0]?.id}?asOf=2026-01-01`),
    ...see(officer, "/cases/new", `/cases/new?hpr=${awaiting?.bestHpr}`),
    ...see(officer, "/search", "/search", "/search?words=nurse"),
    ...see(officer, "$", "/nowhere"),
    ...see(manager, "/portfolio", "/portfolio", "/portfolio?asOf=2026-01-01"),
    ...see(manager, "/intake"),
    ...see(operator, "/registers"),
    ...see(operator, "/operations"),
    ...see(operator, "/profiles"),
    ...see(operator, "/profiles/write"),
    ...see(operator, "/profiles/$name/$version", "/profiles/imi-mail/1"),
    ...see(officer, "/account"),
    ...see(officer, "/privacy/corrections", "/privacy/corrections", "/privacy/corrections?open=%22new%22"),
    ...see(operator, "/access"),
    ...see(operator, "/access/people"),
    ...see(operator, "/access/people/$id", knownPerson, `${knownPerson}?act=deactivate`),
    ...see(operator, "/access/services", "/access/services", "/access/services?act=add"),
    ...see(operator, "/access/units"),
    ...see(owner, "/access/stand-ins"),
    ...see(owner, "/access/exclusions"),
    ...see(owner, "/access/openings"),
    ...see(owner, "/privacy"),
    ...see(owner, "/privacy/report"),
    ...see(auditor, "/audit", "/audit", "/audit?purpose=nothing-like-this"),
    ...see(auditor, "/audit/entries/$id", "/audit/entries/1", "/audit/entries/999999"),
    ...see(auditor, "/audit/lookers", "/audit/lookers", `/audit/lookers?type=alert&id=${awaiting?.id}`),
    ...see(auditor, "/audit/anomalies"),
    ...see(auditor, "/audit/chain"),
  ];
}

async function ask<T>(request: APIRequestContext, path: string): Promise<T> {
  const response = await request.get(path);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return (await response.json()) as T;
}
