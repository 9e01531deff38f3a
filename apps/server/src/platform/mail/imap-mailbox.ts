import { ImapFlow, type ImapFlowOptions } from "imapflow";
import { type FetchedMessage, type FetchLimits, fetchMessages } from "./fetch-messages.ts";
import { MailUnavailable, mailUnavailable } from "./mail-unavailable.ts";

/** A mail server and how to log in there. `tls`: "on" from the first byte, "starttls" after greeting, "off" never. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly tls: "on" | "starttls" | "off";
}

/** A folder as it looks from outside. Numbers are those of RFC 9051. */
export interface FolderLook {
  readonly uidValidity: number;
  readonly uidNext: number;
  readonly messages: number;
}

/** An open folder. */
export interface FolderState extends FolderLook {
  readonly readOnly: boolean;
}

/** Where moved messages are now; empty where the server does not tell (no UIDPLUS). */
export interface Moved {
  readonly uidValidity: number | undefined;
  readonly uids: ReadonlyMap<number, number>;
}

/** One connection to a mail server, with one folder open at a time. Every call may reject with `MailUnavailable`. */
export interface ImapMailbox {
  /** Opens a folder unless it is open, and says how it stands. Rejects where there is no such folder. */
  open(folder: string): Promise<FolderState>;
  /** Makes a folder unless it is there. */
  ensureFolder(folder: string): Promise<void>;
  /** Numbers and validity of a folder without opening it; nothing where there is no such folder. */
  status(folder: string): Promise<FolderLook | undefined>;
  /** The UIDs of all messages in the open folder, ascending. */
  uids(): Promise<number[]>;
  /** The messages with these UIDs in the open folder, one at a time; those gone meanwhile are left out. */
  fetch(uids: readonly number[], limits: FetchLimits): AsyncGenerator<FetchedMessage>;
  /** Moves messages of the open folder. */
  move(uids: readonly number[], target: string): Promise<Moved>;
  /** Waits until the open folder does not hold just these `messages` any more, `milliseconds` have gone or the signal is given. */
  waitForNews(messages: number, milliseconds: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Connects and logs in. Rejects with `MailUnavailable` where the server cannot be reached or refuses. */
export async function connectImap(server: ImapServer): Promise<ImapMailbox> {
  const client = new ImapFlow(optionsOf(server));
  // Without a listener a lost connection would end the process; every waiting call rejects by itself.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw mailUnavailable(error);
  }
  return {
    open: (folder) => answered(openFolder(client, folder)),
    ensureFolder: (folder) => answered(ensureFolder(client, folder)),
    status: (folder) => answered(folderStatus(client, folder)),
    uids: () => answered(listUids(client)),
    fetch: (uids, limits) => fetchMessages(client, uids, limits),
    move: (uids, target) => answered(moveMessages(client, uids, target)),
    waitForNews: (messages, milliseconds, signal) =>
      answered(waitForNews(client, messages, milliseconds, signal)),
    close: async () => {
      if (client.usable) await client.logout().catch(() => {});
      client.close();
    },
  };
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw mailUnavailable(error);
  }
}

function optionsOf({ host, port, user, password, tls }: ImapServer): ImapFlowOptions {
  return {
    host,
    port,
    secure: tls === "on",
    doSTARTTLS: tls === "starttls" ? true : tls === "off" ? false : undefined,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    socketTimeout: 180_000,
  };
}

async function openFolder(client: ImapFlow, folder: string): Promise<FolderState> {
  const open = client.mailbox;
  // NOOP lets the server tell what has changed since the folder was opened.
  if (open && open.path === folder) await client.noop();
  else await client.mailboxOpen(folder);
  const { mailbox } = client;
  if (!mailbox) throw new MailUnavailable("lost", undefined);
  const { uidValidity, uidNext, exists, readOnly = false } = mailbox;
  return { uidValidity: Number(uidValidity), uidNext, messages: exists, readOnly };
}

async function ensureFolder(client: ImapFlow, folder: string): Promise<void> {
  const folders = await client.list();
  if (!folders.some(({ path }) => path === folder)) await client.mailboxCreate(folder);
}

async function folderStatus(client: ImapFlow, folder: string) {
  const status = await client
    .status(folder, { uidNext: true, uidValidity: true, messages: true })
    .catch((error: unknown) => {
      const { code, responseStatus } = error as { code?: string; responseStatus?: string };
      if (code === "NotFound" || responseStatus === "NO") return false as const;
      throw error;
    });
  if (!status) return undefined;
  const { uidValidity, uidNext = 0, messages = 0 } = status;
  return { uidValidity: Number(uidValidity), uidNext, messages };
}

async function listUids(client: ImapFlow): Promise<number[]> {
  const found = await client.search({ all: true }, { uid: true });
  if (!found) throw new MailUnavailable("lost", undefined);
  return found.sort((a, b) => a - b);
}

async function moveMessages(client: ImapFlow, uids: readonly number[], target: string): Promise<Moved> {
  const moved = await client.messageMove([...uids], target, { uid: true });
  if (!moved) throw new MailUnavailable(client.usable ? "notAllowed" : "lost", undefined);
  return {
    uidValidity: moved.uidValidity === undefined ? undefined : Number(moved.uidValidity),
    uids: moved.uidMap ?? new Map(),
  };
}

async function waitForNews(
  client: ImapFlow,
  messages: number,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted) return;
  const listening = new AbortController();
  const news = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const events = ["exists", "expunge", "close"] as const;
    for (const event of events) client.once(event, resolve);
    signal?.addEventListener("abort", () => resolve(), { signal: listening.signal });
    listening.signal.addEventListener("abort", () => {
      clearTimeout(timer);
      for (const event of events) client.off(event, resolve);
    });
    // What was told before the events were listened to shows in the count.
    if (!client.mailbox || client.mailbox.exists !== messages) resolve();
  });
  const idling = client.idle().catch(() => undefined);
  await news;
  listening.abort();
  // On a lost connection IDLE does not end; on a living one any other command ends it.
  if (!client.usable) throw new MailUnavailable("lost", undefined);
  await client.noop();
  await idling;
}
