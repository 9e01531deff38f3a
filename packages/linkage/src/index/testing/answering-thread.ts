import { parentPort, workerData } from "node:worker_threads";
import type { PersonRecord } from "../../person-record.ts";
import { readIndexFile } from "../index-file.ts";
import { openIndex, type SavedIndex } from "../person-index.ts";

/** What a thread that answers is given: an index to share, or the file of one. */
export type GivenIndex = { saved: SavedIndex } | { path: string };

const given = workerData as GivenIndex;
let index = openIndex("saved" in given ? given.saved : readIndexFile(given.path));

parentPort?.on("message", (asked: PersonRecord[] | SavedIndex) => {
  if (!Array.isArray(asked)) index = openIndex(asked);
  else
    parentPort?.postMessage({
      answers: asked.map((query) => JSON.stringify(index.link(query))),
      outdated: index.isOutdated(),
    });
});
