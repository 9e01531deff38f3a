import type { Standing } from "../../balance/balance.rules.ts";
import { FolderUnreadable, listFolder } from "./list-folder.ts";
import { fileKey } from "./read-folder.ts";

/** Every message that stands in a folder now; nothing where the folder cannot be read. */
export async function listFolderMessages(folder: string): Promise<Standing[] | undefined> {
  const standing: Standing[] = [];
  try {
    for await (const file of listFolder(folder)) {
      const name = file.folder ? `${file.folder}/${file.name}` : file.name;
      standing.push({ folder: file.folder, key: await fileKey(file), name });
    }
  } catch (error) {
    if (error instanceof FolderUnreadable) return undefined;
    throw error;
  }
  return standing;
}
