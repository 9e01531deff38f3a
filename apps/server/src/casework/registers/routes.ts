import { registerRoutes } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { type RouteModule, serve } from "../../platform/http/index.ts";
import { missing } from "../../platform/rules/refusal.ts";
import { countPeople, findLoad, listBrokenLines, listLoads } from "./registers.sql.ts";
import type { RegistersParts } from "./registers-parts.ts";

/** The routes of the registers: how the mirror stands. They show nobody in it. */
export function registersRouteModule({ db, clock }: Pick<RegistersParts, "db" | "clock">): RouteModule {
  return (app) => {
    serve(app, registerRoutes.getRegister, { may: "readRegisters" }, async () => ({
      people: await countPeople(db),
      loads: await listLoads(db),
    }));

    serve(app, registerRoutes.listBrokenLines, { may: "readRegisters" }, async ({ params, person }) => {
      if (!(await findLoad(db, params.id))) return missing("noSuchLoad", { load: params.id });
      const object = { type: "registerLoad", id: String(params.id) };
      await recordAudit(db, { at: clock.now(), actor: personActor(person), act: "readBrokenLines", object });
      return listBrokenLines(db, params.id);
    });
  };
}
