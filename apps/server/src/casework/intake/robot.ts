import { type Actor, jobActor } from "../../platform/audit/index.ts";

/** The actor of everything intake does by itself. */
export const ROBOT: Actor = jobActor("intake");
