import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import { connectImap } from "../../../../platform/mail/imap-mailbox.ts";
import { eventually, startTestMailServer, type TestMailServer } from "../../../../platform/mail/testing.ts";
import { createTestDatabase } from "../../../../platform/testing/index.ts";
import { takeBalance } from "../../balance/take-balance.ts";
import type { PipelineParts } from "../../intake-parts.ts";
import { drainIntake } from "../../pipeline/drain-intake.ts";
import { arrivalOf, intakeForTests, inventEntry, ledgerOf, type Said } from "../../testing.ts";
import type { ImapSettings } from "./imap-settings.ts";
import { mirrorOutcome } from "./mirror-outcome.ts";
import { readMailboxOnce, type WatchNews, watchMailbox } from "./watch-mailbox.ts";

const OUTCOMES = {
  withMatch: "Med treff",
  withoutMatch: "Uten treff",
  manual: "Manuell behandling",
  irrelevant: "Irrelevant",
};

describe("a mailbox on a server", () => {
  let server: TestMailServer;
  let parts: PipelineParts;
  let settings: ImapSettings;
  let user = "user0";
  let users = 0;

  before(async () => {
    server = await startTestMailServer();
  });
  after(() => server.remove());
  beforeEach(async (t) => {
    parts = intakeForTests(await createTestDatabase(t as never));
    users += 1;
    user = `user${users}`;
    settings = {
      name: "post",
      server: server.login(user),
      folders: ["INBOX"],
      outcomes: OUTCOMES,
      pollSeconds: 3600,
    };
  });

  const deliver = (name: string, said: Said = { irrelevant: "noise" }) =>
    server.deliver(user, name, messageOf(name, said));
  const messages = async () => (await ledgerOf(parts.db)).length;
  const balance = async () => {
    const { messages, missing, extra } = await takeBalance(parts, [settings]);
    return { messages, missing, extra };
  };

  /** Watches until the work is done; stops in order. */
  async function watching(
    work: (news: WatchNews[]) => Promise<void>,
    {
      with: watched = parts,
      tell = () => {},
    }: { with?: PipelineParts; tell?: (news: WatchNews) => void } = {},
  ): Promise<void> {
    const stop = new AbortController();
    const news: WatchNews[] = [];
    const hear = (one: WatchNews) => {
      news.push(one);
      tell(one);
    };
    const watch = watchMailbox(watched, settings, { signal: stop.signal, tell: hear });
    try {
      await work(news);
    } finally {
      stop.abort();
      await watch;
    }
  }

  test("is read whole and in order, and reading again changes nothing", async () => {
    for (const name of ["1", "2", "3"]) await deliver(name);
    assert.equal((await readMailboxOnce(parts, settings)).received, 3);
    assert.equal((await readMailboxOnce(parts, settings)).received, 0);
    assert.deepEqual(await balance(), { messages: 3, missing: 0, extra: 0 });
  });

  test("tells of new mail at once (IDLE)", async () => {
    await deliver("1");
    await watching(async () => {
      await eventually("the first message", async () => (await messages()) === 1);
      await deliver("2");
      await eventually("the second message", async () => (await messages()) === 2);
    });
    assert.deepEqual(await balance(), { messages: 2, missing: 0, extra: 0 });
  });

  test("is watched again when its server comes back, and what came meanwhile is taken in", async (t) => {
    await deliver("1");
    t.after(() => server.start());
    await watching(async (news) => {
      await eventually("the first message", async () => (await messages()) === 1);
      await server.stop();
      await eventually("the loss", () => news.some(({ what }) => what === "lost"));
      await deliver("2");
      await server.start();
      await eventually("the second message", async () => (await messages()) === 2);
    });
    assert.deepEqual(await balance(), { messages: 2, missing: 0, extra: 0 });
  });

  test("may renumber its messages (UIDVALIDITY): known ones are tied again, only new ones are new", async () => {
    for (const name of ["1", "2"]) await deliver(name);
    await server.deliver(user, "2copy", messageOf("2", { irrelevant: "noise" }));
    await readMailboxOnce(parts, settings);
    await server.stop();
    await server.renumber(user);
    await deliver("4");
    await server.start();
    const { received, retied } = await readMailboxOnce(parts, settings);
    assert.deepEqual({ received, retied }, { received: 1, retied: 3 });
    assert.deepEqual(await balance(), { messages: 4, missing: 0, extra: 0 });
  });

  test("gets its messages sorted into the folders of their outcome", async () => {
    await deliver("1", { entries: [inventEntry({ alertNumber: "SE-1" })] });
    await deliver("2", { entries: [inventEntry({ alertNumber: "SE-2" })] });
    await deliver("3", { irrelevant: "noise" });
    await deliver("4", { quarantined: "brokenPdf" });
    await deliver("5", { entries: [inventEntry({ alertNumber: "SE-1" })] });
    await readMailboxOnce(parts, settings);
    await drainIntake(parts);
    await mirrorOutcome(parts.db, 1, "withMatch");
    await mirrorOutcome(parts.db, 2, "withoutMatch");
    assert.equal((await readMailboxOnce(parts, settings)).moved, 5);
    const counts = await Promise.all(
      ["INBOX", ...Object.values(OUTCOMES)].map(
        async (folder) => (await server.contents(user, folder)).length,
      ),
    );
    assert.deepEqual(counts, [0, 2, 1, 1, 1]);
    assert.deepEqual(await balance(), { messages: 5, missing: 0, extra: 0 });
    const again = await readMailboxOnce(parts, settings);
    assert.deepEqual([again.received, again.retied, again.moved], [0, 0, 0]);
  });

  test("may have its messages moved by others: each keeps its one ledger row", async () => {
    for (const name of ["1", "2", "3"])
      await deliver(name, { entries: [inventEntry({ alertNumber: name })] });
    await readMailboxOnce(parts, settings);
    const imap = await connectImap(settings.server);
    await imap.ensureFolder(OUTCOMES.manual);
    await imap.open("INBOX");
    await imap.move((await imap.uids()).slice(0, 2), OUTCOMES.manual);
    await imap.close();
    const { received, retied } = await readMailboxOnce(parts, settings);
    assert.deepEqual({ received, retied }, { received: 0, retied: 2 });
    assert.deepEqual(await balance(), { messages: 3, missing: 0, extra: 0 });
  });

  test("is still received from when nothing may be moved in it, and says so", async () => {
    await deliver("1");
    await readMailboxOnce(parts, settings);
    await server.writeProtect(user);
    await drainIntake(parts);
    await deliver("2");
    await watching(async (news) => {
      await eventually("a look", () => news.some(({ what }) => what === "synced"));
      const { rows } = await sql<{ state: string }>`select state from casework.mailboxes`.execute(parts.db);
      assert.deepEqual(rows, [{ state: "readOnly" }]);
    });
    assert.equal((await server.contents(user, "INBOX")).length, 2);
    assert.deepEqual(await balance(), { messages: 2, missing: 0, extra: 0 });
  });

  test("keeps a message that could not be stored untouched until it can", async () => {
    await deliver("1");
    let full = true;
    const jobs = {
      ...parts.jobs,
      enqueue: async () => {
        if (full) throw new Error("could not extend file: No space left on device");
      },
    };
    await watching(() => eventually("the message after the failure", async () => (await messages()) === 1), {
      with: { ...parts, jobs },
      tell: ({ what }) => {
        if (what === "lost") full = false;
      },
    });
    assert.equal(full, false);
    assert.deepEqual(await balance(), { messages: 1, missing: 0, extra: 0 });
  });

  test("that does not answer is balanced against nothing, and is said not to be reachable", async () => {
    await deliver("1");
    await readMailboxOnce(parts, settings);
    const away = { ...settings, server: { ...settings.server, password: "wrong" } };
    const { mailboxes, missing, extra } = await takeBalance(parts, [away]);
    assert.deepEqual([mailboxes[0]?.reachable, missing, extra], [false, 0, 0]);
  });
});

// A mail whose body is what `intakeForTests` reads; the header tells messages apart.
function messageOf(name: string, said: Said): Uint8Array {
  return arrivalOf(name, said).bytes;
}
