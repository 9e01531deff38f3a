import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { type AuditFilter, auditRoutes } from "@varde/contract";
import { type Actor, exportLines, personActor, recordAudit } from "../platform/audit/index.ts";
import { type RouteModule, serve, serveFile } from "../platform/http/index.ts";
import { missing } from "../platform/rules/refusal.ts";
import { listAnomalies } from "./anomalies/list-anomalies.ts";
import type { AuditingParts } from "./auditing-parts.ts";
import { findEntry, listEntries } from "./entries/audit-entries.sql.ts";
import { lookersAt } from "./entries/lookers.sql.ts";
import { auditEntryOf, auditRowOf, showChain } from "./entries/show-entries.ts";

const MAY = { may: "readAudit" } as const;

/** The routes of the audit log. Every reading of it is itself an entry. */
export function auditingRouteModule(parts: AuditingParts): RouteModule {
  const { db, clock } = parts;
  const audit = (actor: Actor, act: string, details: object, object?: { type: string; id: string }) =>
    recordAudit(db, { at: clock.now(), actor, act, details: { ...details }, ...(object && { object }) });

  return (app) => {
    serve(app, auditRoutes.listAudit, MAY, async ({ query: { before, limit, ...filter }, person }) => {
      await audit(personActor(person), "listAudit", { filter: given(filter) });
      const entries = await listEntries(db, filter, { before, limit: limit + 1 });
      const rows = entries.slice(0, limit).map(auditRowOf);
      return { rows, next: entries.length > limit ? (rows.at(-1)?.id ?? null) : null };
    });

    serve(app, auditRoutes.getAuditEntry, MAY, async ({ params: { id }, person }) => {
      const entry = await findEntry(db, id);
      if (!entry) return missing("noSuchAuditEntry", { id });
      await audit(personActor(person), "readAuditEntry", {}, { type: "auditEntry", id: String(id) });
      return auditEntryOf(entry);
    });

    serve(app, auditRoutes.getLookers, MAY, async ({ params: object, person }) => {
      // Asking who has looked is not itself looking.
      await audit(
        personActor(person),
        "readLookers",
        {},
        { type: "trail", id: `${object.type}:${object.id}` },
      );
      const lookers = await lookersAt(db, object);
      return {
        object,
        lookers: lookers.map(({ first, last, acts, purposes, ...looker }) => ({
          ...looker,
          acts: [...acts],
          purposes: [...purposes],
          first: first.toISOString(),
          last: last.toISOString(),
        })),
      };
    });

    serve(app, auditRoutes.listAnomalies, MAY, async ({ query, person }) => {
      await audit(personActor(person), "readAnomalies", given(query));
      return listAnomalies(parts, query);
    });

    serve(app, auditRoutes.getAuditChain, MAY, async ({ person }) => {
      await audit(personActor(person), "readAuditChain", {});
      return showChain(parts);
    });

    serveFile(app, auditRoutes.exportAudit, MAY, async ({ person }) => {
      await audit(personActor(person), "exportAudit", {});
      return {
        fileName: `varde-audit-${clock.now().toISOString().slice(0, 10)}.jsonl.gz`,
        mediaType: "application/gzip",
        content: Readable.from(exportLines(parts)).pipe(createGzip()),
      };
    });
  };
}

/** Only what was said, so that an entry holds no empty parts. */
function given(filter: AuditFilter): object {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
