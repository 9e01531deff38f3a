import { type Balance, MESSAGE_STATES } from "@varde/contract";
import { notifyChange } from "../../../platform/database/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { listFolders, listMailboxes, type Mailbox } from "../mailboxes/mailboxes.sql.ts";
import { activeProfiles } from "../source-profiles/message-reader.ts";
import { listFolderMessages } from "../sources/folder/list-messages.ts";
import type { ImapSettings } from "../sources/imap/imap-settings.ts";
import { listImapMessages } from "../sources/imap/list-messages.ts";
import { balanceMailbox, findGaps, type Standing, sumOf } from "./balance.rules.ts";
import {
  type LedgerPlace,
  ledgerPlaces,
  ledgerStates,
  registeredNumbers,
  storeBalance,
} from "./balance.sql.ts";

/**
 * Counts every mailbox against the ledger and keeps the result. Mailboxes are asked anew: folders are listed, servers
 * connected to. One that cannot be reached is said to be so, and is balanced against nothing.
 */
export async function takeBalance(
  { db, clock }: Pick<IntakeParts, "db" | "clock">,
  imap: readonly ImapSettings[],
): Promise<Balance> {
  const mailboxes = [];
  for (const mailbox of await listMailboxes(db)) mailboxes.push(await balanceOne(db, mailbox, imap));
  const { counts, oldestUnhandled } = await ledgerStates(db);
  const byState = Object.fromEntries(MESSAGE_STATES.map((state) => [state, 0])) as Balance["byState"];
  for (const { state, count } of counts) byState[state] = count;
  const balance: Balance = {
    at: clock.now().toISOString(),
    ...sumOf(mailboxes),
    byState,
    oldestUnhandled: oldestUnhandled?.toISOString() ?? null,
    gaps: await sequenceGaps(db),
    mailboxes,
  };
  await db.transaction().execute(async (tx) => {
    await storeBalance(tx, balance);
    await notifyChange(tx, "balance");
  });
  return balance;
}

async function balanceOne(db: IntakeParts["db"], mailbox: Mailbox, imap: readonly ImapSettings[]) {
  const ledger = await ledgerPlaces(db, mailbox.id);
  if (mailbox.kind === "folder")
    return balanceMailbox(mailbox, await listFolderMessages(mailbox.address), ledger.map(inFolder));
  if (mailbox.kind === "imap") {
    const folders = (await listFolders(db, mailbox.id)).map(({ folder }) => folder);
    const standing = await listImapMessages(mailbox, folders, imap);
    return balanceMailbox(mailbox, standing, ledger.map(onServer));
  }
  // What was uploaded or entered by hand stands nowhere but in the ledger.
  const kept = ledger.map(inFolder);
  return balanceMailbox(mailbox, kept, kept);
}

function inFolder({ sourceFolder, sourceKey, fileName, id }: LedgerPlace): Standing {
  return { folder: sourceFolder, key: sourceKey, name: pathOf(sourceFolder, fileName ?? `#${id}`) };
}

function onServer({ folder, uidValidity, uid, id }: LedgerPlace): Standing {
  return { folder, key: `${uidValidity}/${uid}`, name: `${folder}/${uid ?? "?"} (#${id})` };
}

function pathOf(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}

async function sequenceGaps(db: IntakeParts["db"]): Promise<string[]> {
  const numbering = (await activeProfiles(db)).filter((profile) => profile.numbersInSequence);
  const numbers = await registeredNumbers(
    db,
    numbering.map(({ name }) => name),
  );
  return findGaps(numbers.map(({ alertNumber }) => alertNumber));
}
