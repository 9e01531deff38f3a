import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A message file in a folder mailbox. */
export interface MessageFile {
  readonly path: string;
  /** Its folder inside the mailbox; "" is the mailbox itself. */
  readonly folder: string;
  /** Its name, without the flags a Maildir adds after ":" or ";". */
  readonly name: string;
}

/** What stands in the way of reading a folder. */
export class FolderUnreadable extends Error {
  readonly code: "notFound" | "notAFolder" | "noAccess";
  constructor(code: FolderUnreadable["code"], path: string) {
    super(`${path} cannot be read as a folder (${code})`);
    this.name = "FolderUnreadable";
    this.code = code;
  }
}

const MAILDIR_PARTS = ["cur", "new"];
const FLAGS = /[:;]2,[A-Za-z]*$/;

/**
 * The message files of a folder, folder by folder and in name order: a Maildir (files in `cur` and `new`, subfolders
 * named ".Sub.Subsub" as Maildir++ does), or any tree of `*.eml` files. A Maildir among ordinary folders is read as one.
 * Links are not followed. Throws `FolderUnreadable`.
 */
export async function* listFolder(root: string): AsyncGenerator<MessageFile> {
  await demandFolder(root);
  yield* walk(root, "");
}

async function* walk(path: string, folder: string): AsyncGenerator<MessageFile> {
  const entries = (await readdir(path, { withFileTypes: true })).sort(byName);
  if (isMaildir(entries)) {
    yield* maildirFiles(path, folder);
    for (const entry of entries.filter((one) => one.isDirectory() && /^\.[^.]/.test(one.name)))
      yield* maildirFiles(join(path, entry.name), [folder, entry.name.slice(1)].filter(Boolean).join("/"));
    return;
  }
  for (const entry of entries)
    if (entry.isFile() && /\.eml$/i.test(entry.name))
      yield { path: join(path, entry.name), folder, name: entry.name };
  for (const entry of entries)
    if (entry.isDirectory())
      yield* walk(join(path, entry.name), folder ? `${folder}/${entry.name}` : entry.name);
}

function isMaildir(entries: readonly Dirent[]): boolean {
  return MAILDIR_PARTS.some((part) => entries.some((entry) => entry.isDirectory() && entry.name === part));
}

async function* maildirFiles(path: string, folder: string): AsyncGenerator<MessageFile> {
  const files: MessageFile[] = [];
  for (const part of MAILDIR_PARTS)
    for (const entry of await readdir(join(path, part), { withFileTypes: true }).catch(() => []))
      if (entry.isFile() && !entry.name.startsWith("."))
        files.push({ path: join(path, part, entry.name), folder, name: entry.name.replace(FLAGS, "") });
  yield* files.sort(byName);
}

async function demandFolder(root: string): Promise<void> {
  const found = await stat(root).catch((error: NodeJS.ErrnoException) => {
    throw new FolderUnreadable(error.code === "EACCES" ? "noAccess" : "notFound", root);
  });
  if (!found.isDirectory()) throw new FolderUnreadable("notAFolder", root);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
