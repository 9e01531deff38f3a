import type { Balance } from "@varde/contract";

type MailboxBalance = Balance["mailboxes"][number];

/** One message where it stands: in the mailbox, or in the ledger's belief. `key` is its identity within the folder. */
export interface Standing {
  readonly folder: string;
  readonly key: string;
  /** How it is named to a person. */
  readonly name: string;
}

const NAMED_AT_MOST = 100;

/**
 * Counts what stands in a mailbox against the ledger, message by message. *Missing* stands in the mailbox and in no
 * ledger row; *extra* has a ledger row and stands there no more. A mailbox that cannot be reached is balanced against nothing.
 */
export function balanceMailbox(
  { name, kind }: { name: string; kind: MailboxBalance["kind"] },
  standing: readonly Standing[] | undefined,
  ledger: readonly Standing[],
): MailboxBalance {
  const there = countByIdentity(standing ?? []);
  const believed = countByIdentity(ledger);
  const missing = standing ? surplus(standing, believed) : [];
  const extra = standing ? surplus(ledger, there) : [];
  const folders = [...new Set([...(standing ?? []), ...ledger].map(({ folder }) => folder))].sort();
  const countIn = (list: readonly Standing[], folder: string) =>
    list.filter((one) => one.folder === folder).length;
  return {
    mailbox: name,
    kind,
    reachable: standing !== undefined,
    messages: standing?.length ?? ledger.length,
    ledger: ledger.length,
    missing: missing.length,
    extra: extra.length,
    folders: folders.map((folder) => ({
      folder,
      messages: countIn(standing ?? ledger, folder),
      ledger: countIn(ledger, folder),
    })),
    missingItems: missing.slice(0, NAMED_AT_MOST).map(({ name }) => name),
    extraItems: extra.slice(0, NAMED_AT_MOST).map(({ name }) => name),
  };
}

/** The sums over all mailboxes. */
export function sumOf(mailboxes: readonly MailboxBalance[]) {
  const sum = (count: (one: MailboxBalance) => number) =>
    mailboxes.reduce((total, one) => total + count(one), 0);
  return {
    messages: sum((one) => one.messages),
    ledger: sum((one) => one.ledger),
    missing: sum((one) => one.missing),
    extra: sum((one) => one.extra),
  };
}

/**
 * Numbers that a source which numbers its alerts in sequence has skipped: for "GB-C148-1" and "GB-C148-3" it is
 * "GB-C148-2". The last digits are the sequence, all before them its name; sequences begin at their lowest number.
 */
export function findGaps(numbers: readonly string[]): string[] {
  const sequences = new Map<string, { values: Set<number>; width: number }>();
  for (const number of numbers) {
    const [, prefix = "", digits] = /^(.*?)(\d{1,9})$/.exec(number.trim()) ?? [];
    if (digits === undefined) continue;
    const sequence = sequences.get(prefix) ?? {
      values: new Set(),
      width: digits.startsWith("0") ? digits.length : 0,
    };
    sequences.set(prefix, sequence);
    sequence.values.add(Number(digits));
  }
  return [...sequences]
    .flatMap(([prefix, { values, width }]) =>
      gapsOf(values).map((gap) => prefix + String(gap).padStart(width, "0")),
    )
    .slice(0, NAMED_AT_MOST);
}

// A jump wider than all that was seen is another sequence, not a gap.
function gapsOf(values: ReadonlySet<number>): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.flatMap((value, index) => {
    const before = sorted[index - 1];
    if (before === undefined || value - before > Math.max(values.size, 10)) return [];
    return Array.from({ length: value - before - 1 }, (_, n) => before + 1 + n);
  });
}

function countByIdentity(list: readonly Standing[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(identity(one), (counts.get(identity(one)) ?? 0) + 1);
  return counts;
}

function surplus(list: readonly Standing[], others: ReadonlyMap<string, number>): Standing[] {
  const left = new Map(others);
  return list.filter((one) => {
    const count = left.get(identity(one)) ?? 0;
    if (count > 0) left.set(identity(one), count - 1);
    return count === 0;
  });
}

function identity({ folder, key }: Standing): string {
  return `${folder}\n${key}`;
}
