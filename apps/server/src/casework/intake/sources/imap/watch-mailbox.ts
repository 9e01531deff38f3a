import { DatabaseUnavailable } from "../../../../platform/database/index.ts";
import { connectImap, type ImapMailbox } from "../../../../platform/mail/imap-mailbox.ts";
import { MailUnavailable } from "../../../../platform/mail/mail-unavailable.ts";
import type { IntakeParts } from "../../intake-parts.ts";
import {
  ensureMailbox,
  type Mailbox,
  type MailboxState,
  setFolders,
  setMailboxState,
} from "../../mailboxes/mailboxes.sql.ts";
import { addressOf, foldersOf, type ImapSettings } from "./imap-settings.ts";
import { mirrorMessages } from "./mirror-messages.ts";
import { type Seen, type Synced, syncMailbox } from "./sync-mailbox.ts";

/** What happens while a mailbox is watched, for the log. */
export type WatchNews =
  | ({ what: "synced"; mailbox: string; moved: number } & Synced)
  | { what: "lost"; mailbox: string; code: string; retryInMs: number };

/** What a watch needs besides the parts of intake. */
export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Calls back when messages may have to be moved; returns how to stop listening. */
  readonly onOutcomes?: (wake: () => void) => () => unknown;
  readonly tell?: ((news: WatchNews) => void) | undefined;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Watches a mailbox until told to stop: takes in what comes, by IDLE and by looking regularly, and puts messages into
 * the folders of their outcome. Whatever fails – network, server, database, disk – is tried again with growing pauses;
 * until then messages stay untouched where they are.
 */
export async function watchMailbox(
  parts: IntakeParts,
  settings: ImapSettings,
  options: WatchOptions,
): Promise<void> {
  const { signal, tell = () => {} } = options;
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      await watchConnection(parts, settings, options, () => {
        pauseMs = FIRST_PAUSE_MS;
      });
    } catch (error) {
      const code = codeOf(error);
      await noteState(parts, settings, "unreachable", code).catch(() => {});
      tell({ what: "lost", mailbox: settings.name, code, retryInMs: pauseMs });
      await pause(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
  await noteState(parts, settings, "stopped").catch(() => {});
}

/** Goes through a mailbox once, takes in what is new and moves what is decided. Rejects when it cannot. */
export async function readMailboxOnce(
  parts: IntakeParts,
  settings: ImapSettings,
  signal?: AbortSignal,
): Promise<Synced & { mailbox: Mailbox; moved: number }> {
  const mailbox = await knownMailbox(parts, settings);
  return withConnection(settings, async (imap) => {
    const seen: Seen = { looks: new Map(), readOnly: new Set() };
    return { mailbox, ...(await goThrough(parts, mailbox, imap, seen, signal)) };
  });
}

async function watchConnection(
  parts: IntakeParts,
  settings: ImapSettings,
  { signal, onOutcomes = () => () => {}, tell = () => {} }: WatchOptions,
  steady: () => void,
): Promise<void> {
  const mailbox = await knownMailbox(parts, settings);
  await withConnection(settings, async (imap) => {
    const seen: Seen = { looks: new Map(), readOnly: new Set() };
    while (!signal.aborted) {
      const wake = new AbortController();
      const stopListening = onOutcomes(() => wake.abort());
      try {
        const gone = await goThrough(parts, mailbox, imap, seen, signal);
        await noteState(parts, settings, seen.readOnly.size > 0 ? "readOnly" : "watching");
        steady();
        tell({ what: "synced", mailbox: mailbox.name, ...gone });
        const stop = AbortSignal.any([signal, wake.signal]);
        if (gone.received === 0 && gone.moved === 0) await waitForNews(imap, settings, seen, stop);
      } finally {
        stopListening();
      }
    }
  });
}

async function waitForNews(
  imap: ImapMailbox,
  settings: ImapSettings,
  seen: Seen,
  stop: AbortSignal,
): Promise<void> {
  const folder = settings.folders[0] ?? "INBOX";
  await imap.open(folder);
  await imap.waitForNews(seen.looks.get(folder)?.messages ?? 0, settings.pollSeconds * 1000, stop);
}

async function goThrough(
  parts: IntakeParts,
  mailbox: Mailbox,
  imap: ImapMailbox,
  seen: Seen,
  signal?: AbortSignal,
): Promise<Synced & { moved: number }> {
  const synced = await syncMailbox(parts, mailbox, imap, seen, signal);
  const moved = await mirrorMessages(parts, mailbox, imap, seen.readOnly, signal);
  return { ...synced, moved };
}

async function withConnection<T>(
  settings: ImapSettings,
  work: (imap: ImapMailbox) => Promise<T>,
): Promise<T> {
  const imap = await connectImap(settings.server);
  try {
    return await work(imap);
  } finally {
    await imap.close();
  }
}

async function knownMailbox({ db }: IntakeParts, settings: ImapSettings): Promise<Mailbox> {
  const mailbox = await ensureMailbox(db, {
    kind: "imap",
    name: settings.name,
    address: addressOf(settings),
  });
  await setFolders(db, mailbox.id, foldersOf(settings));
  return mailbox;
}

async function noteState(
  { db, clock }: IntakeParts,
  settings: ImapSettings,
  state: MailboxState,
  error?: string,
): Promise<void> {
  const { id } = await ensureMailbox(db, { kind: "imap", name: settings.name, address: addressOf(settings) });
  const reached = state === "watching" || state === "readOnly";
  await setMailboxState(db, id, state, { ...(reached && { at: clock.now() }), ...(error && { error }) });
}

function codeOf(error: unknown): string {
  if (error instanceof MailUnavailable || error instanceof DatabaseUnavailable) return error.code;
  return "receivingFailed";
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
