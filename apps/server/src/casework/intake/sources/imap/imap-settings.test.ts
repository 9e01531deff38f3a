import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isRefusal } from "../../../../platform/rules/refusal.ts";
import { addressOf, foldersOf, imapSettings } from "./imap-settings.ts";

const single = { VARDE_IMAP_HOST: "mail.example", VARDE_IMAP_USER: "post", VARDE_IMAP_PASSWORD: "secret" };

function settings(env: NodeJS.ProcessEnv) {
  const found = imapSettings(env);
  assert.ok(!isRefusal(found), JSON.stringify(found));
  return found;
}

const refusal = (env: NodeJS.ProcessEnv) => {
  const found = imapSettings(env);
  return isRefusal(found) ? found.code : undefined;
};

describe("mailboxes on servers", () => {
  test("are none unless set up", () => {
    assert.deepEqual(settings({}), []);
  });
  test("are encrypted, looked through each minute and sorted into Norwegian folders unless told otherwise", () => {
    const [one] = settings(single);
    assert.ok(one);
    assert.deepEqual(one.server, {
      host: "mail.example",
      port: 993,
      user: "post",
      password: "secret",
      tls: "on",
    });
    assert.equal(one.pollSeconds, 60);
    assert.deepEqual(
      foldersOf(one).map(({ folder }) => folder),
      ["INBOX", "Med treff", "Uten treff", "Manuell behandling", "Irrelevant"],
    );
    assert.equal(addressOf(one), "post@mail.example:993");
  });
  test("take their folders, port and encryption from the environment", () => {
    const [one] = settings({
      ...single,
      VARDE_IMAP_TLS: "starttls",
      VARDE_IMAP_FOLDERS: "INBOX, Varsler",
      VARDE_IMAP_FOLDER_MANUAL: "Sjekkes",
    });
    assert.deepEqual(
      [one?.server.port, one?.folders, one?.outcomes.manual],
      [143, ["INBOX", "Varsler"], "Sjekkes"],
    );
  });
  test("may be several, listed in a file, with passwords in files of their own", async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "varde-settings-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "secret"), "from a file\n");
    await writeFile(
      join(folder, "mailboxes.yaml"),
      `mailboxes:\n  - {name: post, host: a.example, user: a, passwordFile: ${join(folder, "secret")}}\n  - {host: b.example, user: b, password: x}\n`,
    );
    const found = settings({ VARDE_MAILBOXES: join(folder, "mailboxes.yaml") });
    assert.deepEqual(
      found.map(({ name, server }) => [name, server.password]),
      [
        ["post", "from a file"],
        ["b@b.example", "x"],
      ],
    );
  });
  test("are refused by name where a setting cannot be right", () => {
    assert.equal(refusal({ ...single, VARDE_IMAP_PORT: "harbour" }), "mailboxSettingsInvalid");
    assert.equal(refusal({ ...single, VARDE_IMAP_TLS: "maybe" }), "mailboxSettingsInvalid");
    assert.equal(refusal({ ...single, VARDE_IMAP_PASSWORD: "" }), "mailboxPasswordMissing");
    assert.equal(refusal({ ...single, VARDE_IMAP_FOLDER_MANUAL: "INBOX" }), "mailboxFolderTwice");
    assert.equal(refusal({ VARDE_MAILBOXES: "nowhere.yaml" }), "mailboxesFileInvalid");
  });
});
