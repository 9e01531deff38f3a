import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ImapServer } from "./imap-mailbox.ts";

/** A Dovecot on this machine with mailboxes of its own, for tests. */
export interface TestMailServer {
  /** A user of this server; every user has an empty mailbox. */
  login(user: string): ImapServer;
  /** Starts it unless it runs. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it for good and removes its mail. */
  remove(): Promise<void>;
  /** Puts a message into the INBOX as a delivery agent does. */
  deliver(user: string, name: string, message: string | Uint8Array): Promise<void>;
  /** The messages in a folder, as file contents, in name order. */
  contents(user: string, folder: string): Promise<string[]>;
  /** Gives every message of the INBOX another number, as after a restore: UIDVALIDITY changes. The server must be stopped. */
  renumber(user: string): Promise<void>;
  /** Makes the INBOX readable only. */
  writeProtect(user: string): Promise<void>;
}

const PASSWORD = "secret";

/** Starts a mail server; `remove` it when the tests are done. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const root = await mkdtemp(join(tmpdir(), "varde-dovecot-"));
  const port = await freePort();
  const config = join(root, "dovecot.conf");
  const mail = join(root, "mail");
  await chmod(root, 0o755);
  await mkdir(mail, { mode: 0o777 });
  await chmod(mail, 0o777);
  await writeFile(config, configuration(root, mail, port));
  let running: ChildProcess | undefined;
  let delivered = 0;
  const inbox = (user: string) => join(mail, user);
  const folderPath = (user: string, folder: string) =>
    folder === "INBOX" ? inbox(user) : join(inbox(user), `.${folder.replaceAll("/", ".")}`);

  const server: TestMailServer = {
    login: (user) => ({ host: "127.0.0.1", port, user, password: PASSWORD, tls: "off" }),
    async start() {
      if (running) return;
      running = spawn("dovecot", ["-F", "-c", config], {
        stdio: "ignore",
        detached: true,
        env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
      });
      await eventually("Dovecot", () => answers(port));
    },
    async stop() {
      const ending = running;
      running = undefined;
      if (!ending || ending.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGTERM");
      await ended;
      // Processes that serve a connection outlive the master for some seconds.
      killGroup(ending.pid);
    },
    async remove() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
    async deliver(user, name, message) {
      const folder = join(inbox(user), "new");
      for (const part of ["", "cur", "new", "tmp"]) await makeOpen(join(inbox(user), part));
      const file = join(inbox(user), "tmp", name);
      await writeFile(file, message);
      await chmod(file, 0o666);
      // Numbers are given in the order of the time in the name.
      delivered += 1;
      await rename(file, join(folder, `${1_700_000_000 + delivered}.${name}.varde`));
    },
    async contents(user, folder) {
      const files: [string, string][] = [];
      for (const part of ["cur", "new"])
        for (const name of await readdir(join(folderPath(user, folder), part)).catch(() => []))
          files.push([name, await readFile(join(folderPath(user, folder), part, name), "utf8")]);
      return files.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    },
    async renumber(user) {
      const list = join(inbox(user), "dovecot-uidlist");
      const text = await readFile(list, "utf8");
      await writeFile(
        list,
        text.replace(/V(\d+)/, (_, validity: string) => `V${Number(validity) + 1000}`),
      );
      for (const name of await readdir(inbox(user)))
        if (name.startsWith("dovecot.index")) await rm(join(inbox(user), name), { force: true });
    },
    async writeProtect(user) {
      await chmod(join(inbox(user), "cur"), 0o555);
    },
  };
  await server.start();
  return server;
}

/** Waits until something holds, looking often; throws what it was after when it takes more than ten seconds. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) if (await holds()) return;
  throw new Error(`waited in vain: ${what}`);
}

async function makeOpen(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o777);
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // none was left
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(500, () => socket.destroy());
    socket.once("data", () => {
      resolve(true);
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function configuration(root: string, mail: string, port: number): string {
  const { username, uid } = userInfo();
  const [owner, internal, login] =
    uid === 0 ? ["mail", "dovecot", "dovenull"] : [username, username, username];
  return `
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mail}/%u
mail_uid = ${owner}
mail_gid = ${owner}
first_valid_uid = 1
default_internal_user = ${internal}
default_login_user = ${login}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner} gid=${owner} home=${mail}/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
`;
}
