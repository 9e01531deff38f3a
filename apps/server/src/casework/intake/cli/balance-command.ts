import type { Balance } from "@varde/contract";
import type { Command } from "commander";
import { recordAudit } from "../../../platform/audit/index.ts";
import { takeBalance } from "../balance/take-balance.ts";
import type { IntakeCommand } from "./register-commands.ts";

/** `varde intake balance`: counts the ledger against every mailbox; exit code 1 when anything is missing or extra. */
export function balanceCommand(intake: Command, { context, parts, mailboxes }: IntakeCommand): void {
  intake
    .command("balance")
    .description("Count the ledger against every mailbox; exit code 1 when a message is missing or extra")
    .option("--json", "write the balance as JSON")
    .action(async (options: { json?: boolean }) => {
      const { db, clock } = await parts();
      await recordAudit(db, { at: clock.now(), actor: context.actor, act: "runBalance" });
      const balance = await takeBalance({ db, clock }, mailboxes());
      context.print(counted(balance), describe(balance), options);
      if (balance.missing > 0 || balance.extra > 0) process.exitCode = 1;
    });
}

/** The figures that matter first. */
function counted({ at, messages, ledger, missing, extra, ...rest }: Balance) {
  return { messages, missing, extra, ledger, at, ...rest };
}

function describe(balance: Balance): string {
  const states = Object.entries(balance.byState).map(([state, count]) => `${count} ${state}`);
  return [
    `${balance.messages} messages, ${balance.ledger} in the ledger: ${balance.missing} missing, ${balance.extra} extra`,
    ...balance.mailboxes.flatMap(describeMailbox),
    `States: ${states.join(", ")}`,
    ...(balance.oldestUnhandled ? [`Oldest unhandled: ${balance.oldestUnhandled}`] : []),
    ...(balance.gaps.length > 0 ? [`Numbers skipped: ${balance.gaps.join(", ")}`] : []),
  ].join("\n");
}

function describeMailbox(one: Balance["mailboxes"][number]): string[] {
  const reached = one.reachable ? "" : " (cannot be reached now: not counted against anything)";
  return [
    `  ${one.mailbox}: ${one.messages} messages, ${one.ledger} in the ledger, ${one.missing} missing, ${one.extra} extra${reached}`,
    ...one.missingItems.map((item) => `    missing ${item}`),
    ...one.extraItems.map((item) => `    extra ${item}`),
  ];
}
