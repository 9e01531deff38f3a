import { CompiledQuery, type Kysely } from "kysely";
import type { Db as QueueDatabase } from "pg-boss";
import type { Listener } from "../../database/listener.ts";

/** Lets pg-boss use our own connections, and with a transaction enqueue in it. */
export function queueDatabase(db: Kysely<unknown>, listen?: Listener["listen"]): QueueDatabase {
  return {
    executeSql: async (text, values = []) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values as unknown[]));
      return { rows };
    },
    ...(listen && {
      listen: async (channel, receive, reconnected) => {
        const close = await listen(channel, receive, reconnected);
        reconnected();
        return { close };
      },
    }),
  };
}
