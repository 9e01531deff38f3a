import type { PgBoss } from "pg-boss";
import type { JobDefinition } from "../job-definition.ts";
import { FAILED_QUEUE, FAILED_QUEUE_OPTIONS, queueOptions, TIME_ZONE } from "./queue-settings.ts";

/** Every kind of job this process knows. */
export type Definitions = ReadonlyMap<string, JobDefinition<unknown>>;

/** Makes queues in the database when first needed, and brings their settings up to date. */
export function createQueues(
  boss: PgBoss,
  definitions: Definitions,
): { prepare(name: string): Promise<void> } {
  const prepared = new Map<string, Promise<void>>();
  const once = (name: string, act: () => Promise<void>): Promise<void> => {
    const known = prepared.get(name);
    if (known) return known;
    const done = act().catch((error: unknown) => {
      prepared.delete(name);
      throw error;
    });
    prepared.set(name, done);
    return done;
  };
  const prepareQueue = async (name: string): Promise<void> => {
    const definition = definitions.get(name);
    if (!definition) throw new Error(`No job is defined as ${name}`);
    await once(FAILED_QUEUE, () => boss.createQueue(FAILED_QUEUE, FAILED_QUEUE_OPTIONS));
    const options = queueOptions(definition);
    await boss.createQueue(name, { ...options, policy: definition.singleton ? "stately" : "standard" });
    await boss.updateQueue(name, options);
  };
  return { prepare: (name) => once(name, () => prepareQueue(name)) };
}

/** Makes the crons in the database those of the definitions; crons of jobs that are no longer defined go. */
export async function prepareCrons(boss: PgBoss, definitions: Definitions): Promise<void> {
  for (const { name, cron } of definitions.values())
    if (cron) await boss.schedule(name, cron, {}, { tz: TIME_ZONE, missed: "once" });
  for (const { name } of await boss.getSchedules())
    if (!definitions.get(name)?.cron) await boss.unschedule(name);
}
