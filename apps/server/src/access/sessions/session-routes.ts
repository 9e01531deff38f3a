import { sessionRoutes } from "@varde/contract";
import type { FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import { type App, serve } from "../../platform/http/index.ts";
import { missing } from "../../platform/rules/refusal.ts";
import { endSessionsOf, listSessions, type WhichSessions } from "./open-sessions.sql.ts";

/** A person's own sessions: what is open where, and ending what should not be. */
export function serveOwnSessions(app: App, { db, clock }: { db: Kysely<unknown>; clock: Clock }): void {
  const currentOf = (request: FastifyRequest) => request.session.loaded?.publicId;

  async function end(person: { id: string; name: string }, which: WhichSessions): Promise<number> {
    return db.transaction().execute(async (tx) => {
      const ended = await endSessionsOf(tx, person.id, which);
      await recordAudit(tx, {
        at: clock.now(),
        actor: personActor(person),
        act: "endSessions",
        object: { type: "person", id: person.id },
        details: { ended },
      });
      return ended;
    });
  }

  serve(app, sessionRoutes.listOwnSessions, { may: "loggedIn" }, async ({ person, request }) => ({
    sessions: await listSessions(db, person.id, { now: clock.now(), current: currentOf(request) }),
  }));
  serve(app, sessionRoutes.endOwnSession, { may: "loggedIn" }, async ({ person, params }) => {
    const ended = await end(person, { only: params.id });
    return ended > 0 ? { ended } : missing("noSuchSession");
  });
  serve(app, sessionRoutes.endOtherSessions, { may: "loggedIn" }, async ({ person, request }) => {
    const current = currentOf(request);
    return { ended: await end(person, current === undefined ? {} : { except: current }) };
  });
}
