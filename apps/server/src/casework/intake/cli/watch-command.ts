import type { Command } from "commander";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { runMailWatcher } from "../sources/imap/run-mail-watcher.ts";
import type { WatchNews } from "../sources/imap/watch-mailbox.ts";
import type { IntakeCommand } from "./register-commands.ts";

/** `varde intake watch`: stands by the mailboxes on servers until stopped. */
export function watchCommand(intake: Command, { context, parts, mailboxes }: IntakeCommand): void {
  intake
    .command("watch")
    .description("Stand by the mailboxes on servers and take in what comes, until stopped")
    .option("--json", "write what happens as JSON lines")
    .action(async (options: { json?: boolean }) => {
      const settings = mailboxes();
      if (settings.length === 0)
        throw new CommandFailed(
          "noMailbox",
          "No mailbox is set up. Set VARDE_IMAP_HOST, _USER and _PASSWORD, or VARDE_MAILBOXES.",
        );
      const say = (news: WatchNews) => {
        if (options.json) process.stdout.write(`${JSON.stringify(news)}\n`);
        else if (isNews(news)) process.stdout.write(`${sentence(news)}\n`);
      };
      process.stderr.write(`Watching ${settings.map(({ name }) => name).join(", ")}. Stop with Ctrl-C.\n`);
      await runMailWatcher(await parts(), await context.database(), settings, {
        signal: context.signal,
        tell: say,
      });
      process.stderr.write("Stopped. Start it again at any time: what came meanwhile is taken in then.\n");
    });
}

function isNews(news: WatchNews): boolean {
  return news.what === "lost" || news.received + news.retied + news.moved > 0;
}

function sentence(news: WatchNews): string {
  if (news.what === "lost")
    return `${news.mailbox}: cannot be reached (${news.code}), tried again in ${news.retryInMs / 1000} s`;
  const { mailbox, received, retied, moved } = news;
  return `${mailbox}: ${received} received, ${moved} moved to the folder of their outcome, ${retied} found in another place`;
}
