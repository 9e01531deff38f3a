import type { DoctorCheck } from "@varde/contract";
import { findLatestBalance, ledgerStates } from "./balance/balance.sql.ts";
import type { IntakeParts } from "./intake-parts.ts";

/** The balance is taken daily; one that is older was missed. */
const OLDEST_BALANCE_HOURS = 26;

const HOUR_MS = 3_600_000;

/** Looks at the ledger: whether anything is missing, and whether the daily balance is taken. Throws when the database fails. */
export async function intakeDoctorChecks({
  db,
  clock,
}: Pick<IntakeParts, "db" | "clock">): Promise<DoctorCheck[]> {
  const found = (state: DoctorCheck["state"], code: string, advice = "", params = {}): DoctorCheck[] => [
    { name: "balance", state, code, params, advice },
  ];
  const { counts } = await ledgerStates(db);
  if (counts.length === 0)
    return found(
      "warning",
      "ledgerEmpty",
      "No message has come in. Read a mailbox: varde intake read DIR|imap.",
    );
  const balance = await findLatestBalance(db);
  if (!balance)
    return found("warning", "neverBalanced", "Count the ledger against the mailboxes: varde intake balance.");
  const { missing, extra } = balance;
  if (missing + extra > 0)
    return found("error", "balanceDiffers", "See which under Portfolio, or with: varde intake balance.", {
      missing,
      extra,
    });
  const hours = Math.floor((clock.now().getTime() - Date.parse(balance.at)) / HOUR_MS);
  return hours > OLDEST_BALANCE_HOURS
    ? found("warning", "balanceOld", "A worker takes it each morning; see that one runs (varde worker).", {
        hours,
      })
    : found("ok", "nothingMissing", "", { messages: balance.messages });
}
