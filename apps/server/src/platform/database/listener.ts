import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Address, clientConfig } from "./connections.ts";
import { asConnectError } from "./database-unavailable.ts";

/** Notifications of PostgreSQL on one connection of its own, for any number of channels. */
export interface Listener {
  /**
   * Calls `receive` with the payload of every notification on a channel. `reconnected` is called when notifications
   * may have been missed. Throws `DatabaseUnavailable` if the database cannot be reached now; later losses are
   * mended by itself. Returns what ends it.
   */
  listen(channel: string, receive: Receive, reconnected?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

type Receive = (payload: string) => void;
interface Subscription {
  readonly channel: string;
  readonly receive: Receive;
  readonly reconnected: () => void;
}

const RECONNECT_EVERY_MS = 500;

/** Makes a listener; it connects when the first channel is listened to. */
export function createListener(address: Address): Listener {
  const subscriptions = new Set<Subscription>();
  let connecting: Promise<pg.Client> | undefined;
  let said: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** One statement at a time, as pg wants it. */
  const say = (client: pg.Client, verb: "listen" | "unlisten", channel: string): Promise<unknown> => {
    const done = said.then(() => client.query(`${verb} ${pg.escapeIdentifier(channel)}`));
    said = done.catch(() => {});
    return done;
  };
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(clientConfig(address, "varde_app"));
    client.on("error", () => {}); // the end event tells
    client.on("notification", ({ channel, payload = "" }) => {
      for (const subscription of subscriptions)
        if (subscription.channel === channel) subscription.receive(payload);
    });
    await client.connect();
    for (const channel of new Set([...subscriptions].map((subscription) => subscription.channel)))
      await say(client, "listen", channel);
    client.once("end", () => {
      connecting = undefined;
      if (!closed && subscriptions.size > 0) void reconnect();
    });
    return client;
  };
  const connected = (): Promise<pg.Client> => {
    connecting ??= connect().catch((error: unknown) => {
      connecting = undefined;
      throw asConnectError(error);
    });
    return connecting;
  };
  const reconnect = async (): Promise<void> => {
    while (!closed && subscriptions.size > 0) {
      await sleep(RECONNECT_EVERY_MS, undefined, { ref: false });
      if (await connected().then(isThere, () => undefined)) {
        for (const { reconnected } of subscriptions) reconnected();
        return;
      }
    }
  };

  return {
    listen: async (channel, receive, reconnected = () => {}) => {
      const subscription = { channel, receive, reconnected };
      subscriptions.add(subscription);
      try {
        const client = await connected();
        await say(client, "listen", channel);
      } catch (error) {
        subscriptions.delete(subscription);
        throw asConnectError(error);
      }
      return async () => {
        subscriptions.delete(subscription);
        if (![...subscriptions].some((other) => other.channel === channel))
          await connecting?.then((client) => say(client, "unlisten", channel)).catch(() => {});
      };
    },
    close: async () => {
      closed = true;
      subscriptions.clear();
      await connecting?.then((client) => client.end()).catch(() => {});
    },
  };
}

const isThere = (): true => true;
