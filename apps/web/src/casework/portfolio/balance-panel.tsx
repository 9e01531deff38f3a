import { type Balance, intakeRoutes } from "@varde/contract/intake";
import { useMay } from "../../access/index.ts";
import { useWrite } from "../../platform/api/write.ts";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { ProblemNotice } from "../../ui/feedback/problem-notice.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import styles from "./balance-panel.module.css";
import { portfolioMessages } from "./portfolio-messages.ts";

/** The promise that nothing is lost, as a figure: the ledger counted against the mailboxes. */
export function BalancePanel({ balance, isNow }: { balance: Balance | null; isNow: boolean }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const mayCount = useMay("runBalance");
  const count = useWrite(intakeRoutes.runBalance);
  const missing = balance?.missing ?? 0;
  return (
    <section
      className={styles.panel}
      data-standing={!balance ? "unknown" : missing > 0 ? "missing" : "balanced"}
      aria-label={t("balance")}
    >
      <div className={styles.head}>
        <p className={`${styles.number} number`}>{balance ? formats.number(missing) : "–"}</p>
        <div className={styles.words}>
          <h2>
            {!balance
              ? t("balanceNever")
              : missing === 0
                ? t("balanceZero")
                : t("balanceMissing", { count: missing })}
          </h2>
          <p className="quiet">
            {balance
              ? t("balanceText", {
                  messages: balance.messages,
                  ledger: balance.ledger,
                  at: formats.dateTime(balance.at),
                })
              : t("balanceNeverText")}{" "}
            {balance && balance.extra > 0 && t("balanceExtra", { count: balance.extra })}
          </p>
        </div>
        {mayCount && isNow && (
          <Button className="no-print" loading={count.isPending} onClick={() => count.mutate()}>
            {t("countNow")}
          </Button>
        )}
      </div>
      {count.error && <ProblemNotice error={count.error} />}
      {balance && balance.mailboxes.length > 0 && <Mailboxes balance={balance} />}
    </section>
  );
}

/** Where each figure of the balance comes from; what is missing or extra is named. */
export function Mailboxes({ balance }: { balance: Balance }) {
  const t = useMessages(portfolioMessages);
  const formats = useFormats();
  const named = [
    [t("missingItems"), balance.mailboxes.flatMap((mailbox) => mailbox.missingItems)],
    [t("extraItems"), balance.mailboxes.flatMap((mailbox) => mailbox.extraItems)],
    [t("gaps"), balance.gaps],
  ] as const;
  return (
    <Stack tight>
      <Table
        caption={t("balance")}
        head={[t("mailbox"), t("inMailbox"), t("inLedger"), t("missing"), t("extra")]}
        numeric={[1, 2, 3, 4]}
        rows={balance.mailboxes.map(({ mailbox, reachable, messages, ledger, missing, extra }) => ({
          key: mailbox,
          mark: missing > 0 ? "bad" : reachable ? undefined : "warn",
          cells: [
            <>
              {mailbox} {!reachable && <Mark tone="warn">{t("unreachable")}</Mark>}
            </>,
            formats.number(messages),
            formats.number(ledger),
            formats.number(missing),
            formats.number(extra),
          ],
        }))}
      />
      {named
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <details key={title} className={styles.items}>
            <summary>
              {title} ({formats.number(items.length)})
            </summary>
            <ul>
              {items.map((item) => (
                <li key={item} className="mono">
                  {item}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </Stack>
  );
}
