import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { Readable as Streams } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupRefused } from "./backup-format.ts";

const AGE_START = "age-encryption.org/v1";
const SCRYPT_WORK_FACTOR = 18;

/** Whether a file begins as one encrypted with age does. */
export function isEncrypted(start: Uint8Array): boolean {
  return Buffer.from(start).subarray(0, AGE_START.length).toString("latin1") === AGE_START;
}

/**
 * Encrypts a stream for the keys of a file: lines of age recipients (`age1…`), or one line with a passphrase of 16
 * characters or more. Throws `BackupRefused` when the file holds neither.
 */
export async function encryptTo(keyFile: string, plain: Readable): Promise<Readable> {
  const encrypter = new Encrypter();
  const { lines, passphrase } = readKeyFile(keyFile);
  if (passphrase !== undefined) {
    encrypter.setScryptWorkFactor(SCRYPT_WORK_FACTOR);
    encrypter.setPassphrase(passphrase);
  }
  for (const line of lines) addRecipient(encrypter, line, keyFile);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** Decrypts with the identities (`AGE-SECRET-KEY-…`) or the passphrase of a file. Throws `BackupRefused` for a wrong key. */
export async function decryptWith(keyFile: string, cipher: Readable): Promise<Readable> {
  const decrypter = new Decrypter();
  const { lines, passphrase } = readKeyFile(keyFile);
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  for (const line of lines) addIdentity(decrypter, line, keyFile);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(cipher)));
  } catch (cause) {
    throw new BackupRefused(
      "backupKeyWrong",
      `The key in ${keyFile} does not open this backup. Give the secret key or passphrase it was encrypted for.`,
      { cause },
    );
  }
}

interface Keys {
  readonly lines: readonly string[];
  readonly passphrase: string | undefined;
}

const SHORTEST_PASSPHRASE = 16;

function readKeyFile(file: string): Keys {
  const lines = readText(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#"));
  if (lines.length > 0 && lines.every((line) => /^(age1|AGE-SECRET-KEY-)/.test(line)))
    return { lines, passphrase: undefined };
  const [passphrase = ""] = lines;
  if (lines.length !== 1 || passphrase.length < SHORTEST_PASSPHRASE)
    throw new BackupRefused(
      "backupKeyFileUnusable",
      `${file} must hold age keys, one a line (age1… to encrypt, AGE-SECRET-KEY-… to decrypt), or one line with a passphrase of ${SHORTEST_PASSPHRASE} characters or more.`,
    );
  return { lines: [], passphrase };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new BackupRefused("backupKeyFileMissing", `The key file ${file} cannot be read.`, { cause });
  }
}

function addRecipient(encrypter: Encrypter, line: string, file: string): void {
  try {
    encrypter.addRecipient(line);
  } catch (cause) {
    throw new BackupRefused(
      "backupRecipientUnusable",
      `${file} holds a line that nothing can be encrypted for. Put public keys there (age1…), never a secret key: this machine only needs to lock the backup.`,
      { cause },
    );
  }
}

function addIdentity(decrypter: Decrypter, line: string, file: string): void {
  try {
    decrypter.addIdentity(line);
  } catch (cause) {
    throw new BackupRefused(
      "backupIdentityUnusable",
      `${file} holds a line that opens nothing. Put the secret key there (AGE-SECRET-KEY-…).`,
      { cause },
    );
  }
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Streams.toWeb(stream) as ReadableStream<Uint8Array>;
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Streams.fromWeb(stream as Parameters<typeof Streams.fromWeb>[0]);
}
