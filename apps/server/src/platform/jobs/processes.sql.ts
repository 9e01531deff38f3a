import { type Kysely, sql } from "kysely";

/** What a process of Varde is for. */
export type ProcessKind = "api" | "worker" | "mail" | "cli";

/** A process that has said it runs. */
export interface RunningProcess {
  readonly id: string;
  readonly kind: ProcessKind;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly startedAt: Date;
  readonly heartbeatAt: Date;
}

/** A process that has been silent for longer is taken for dead. Measured by the database's clock alone. */
const ALIVE_SECONDS = 20;
const FORGOTTEN_SECONDS = 86_400;

/** Registers a process and forgets those long dead. Returns its id. */
export async function registerProcess(
  db: Kysely<unknown>,
  { kind, host, pid, version }: Pick<RunningProcess, "kind" | "host" | "pid" | "version">,
): Promise<string> {
  await sql`
    delete from platform.processes where heartbeat_at < now() - make_interval(secs => ${FORGOTTEN_SECONDS})
  `.execute(db);
  const { rows } = await sql<{ id: string }>`
    insert into platform.processes (kind, host, pid, version) values (${kind}, ${host}, ${pid}, ${version}) returning id
  `.execute(db);
  return rows[0]!.id;
}

/** Notes that a process still runs. */
export async function noteHeartbeat(db: Kysely<unknown>, id: string): Promise<void> {
  await sql`update platform.processes set heartbeat_at = now() where id = ${id}`.execute(db);
}

/** Notes that a process has ended. */
export async function forgetProcess(db: Kysely<unknown>, id: string): Promise<void> {
  await sql`delete from platform.processes where id = ${id}`.execute(db);
}

/** The processes that are alive, oldest first. */
export async function listProcesses(db: Kysely<unknown>): Promise<RunningProcess[]> {
  const { rows } = await sql<RunningProcess>`
    select id, kind, host, pid, version, started_at as "startedAt", heartbeat_at as "heartbeatAt"
    from platform.processes where heartbeat_at > now() - make_interval(secs => ${ALIVE_SECONDS})
    order by started_at, id
  `.execute(db);
  return rows;
}

/** Whether some process runs jobs just now. */
export async function isWorkerAlive(db: Kysely<unknown>): Promise<boolean> {
  return (await listProcesses(db)).some(({ kind }) => kind === "worker");
}
