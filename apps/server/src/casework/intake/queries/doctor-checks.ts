import type { Balance, DoctorCheck } from "@varde/contract";
import { ailing, fine } from "../../../platform/doctor/doctor-check.ts";
import { findLatestBalance, ledgerStates } from "../balance/balance.sql.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { type MailboxHealth, mailboxHealth } from "../mailboxes/mailboxes.sql.ts";
import { activeProfileRows } from "../source-profiles/source-profiles.sql.ts";

const HOUR_MS = 3_600_000;
const BALANCE_EVERY_HOURS = 26;
const UNREAD_FOR_HOURS = 1;

/** What ails intake: mailboxes out of reach, messages that nobody reads, a balance that is old or does not add up. */
export async function intakeDoctorChecks({
  db,
  clock,
}: Pick<IntakeParts, "db" | "clock">): Promise<DoctorCheck[]> {
  const now = clock.now().getTime();
  const profiles = await activeProfileRows(db);
  return [
    profiles.length > 0
      ? fine("sourceProfiles", "profilesActive", { profiles: profiles.length })
      : ailing(
          "sourceProfiles",
          "error",
          "noProfileActive",
          "Switch a source profile on in the page Kildeprofiler.",
        ),
    ...(await mailboxHealth(db)).map(checkMailbox),
    checkUnread((await ledgerStates(db)).oldestUnread, now),
    checkBalance(await findLatestBalance(db), now),
  ];
}

function checkMailbox({ name, kind, state, error }: MailboxHealth): DoctorCheck {
  const check = `mailbox ${name}`;
  if (state === "unreachable")
    return ailing(
      check,
      "error",
      "mailboxUnreachable",
      "Check host, port, user and password, and that the mail server runs.",
      {
        error: error ?? "",
      },
    );
  if (state === "readOnly")
    return ailing(
      check,
      "warning",
      "mailboxReadOnly",
      "Messages are taken in, but not moved. Let the user write in the mailbox.",
    );
  return fine(check, "mailboxFine", { kind, state });
}

function checkUnread(oldestUnread: Date | null, now: number): DoctorCheck {
  const hours = oldestUnread ? Math.floor((now - oldestUnread.getTime()) / HOUR_MS) : 0;
  if (hours < UNREAD_FOR_HOURS) return fine("reading", "messagesRead");
  return ailing("reading", "error", "messagesUnread", 'Start a worker: "varde worker".', { hours });
}

function checkBalance(balance: Balance | undefined, now: number): DoctorCheck {
  if (!balance) return ailing("balance", "warning", "neverBalanced", 'Run "varde intake balance".');
  const { missing, extra } = balance;
  if (missing + extra > 0)
    return ailing("balance", "error", "balanceDiffers", 'Run "varde intake balance" to see which messages.', {
      missing,
      extra,
    });
  const hours = Math.floor((now - Date.parse(balance.at)) / HOUR_MS);
  if (hours > BALANCE_EVERY_HOURS)
    return ailing("balance", "warning", "balanceOld", 'Start a worker, or run "varde intake balance".', {
      hours,
    });
  return fine("balance", "nothingMissing", { messages: balance.messages });
}
