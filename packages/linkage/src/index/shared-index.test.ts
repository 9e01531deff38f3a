import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { corrupt, inventPeople } from "../invented/index.ts";
import type { PersonRecord } from "../person-record.ts";
import { writeIndexFile } from "./index-file.ts";
import { createIndex, openIndex, type PersonIndex, type SavedIndex } from "./person-index.ts";
import type { GivenIndex } from "./testing/answering-thread.ts";

const people = [...inventPeople({ seed: 21, count: 600 })];
const reports = people.slice(0, 40).map((person) => corrupt(person, { seed: 2, severity: "normal" }).person);

function indexOf(register: readonly PersonRecord[]): PersonIndex {
  const index = createIndex();
  for (const person of register) index.add(person);
  return index;
}

interface Answer {
  answers: string[];
  outdated: boolean;
}

class AnsweringThread {
  readonly #worker: Worker;

  constructor(given: GivenIndex) {
    this.#worker = new Worker(new URL("./testing/answering-thread.ts", import.meta.url), {
      workerData: given,
    });
  }

  async ask(queries: readonly PersonRecord[]): Promise<Answer> {
    this.#worker.postMessage(queries);
    const [answer] = (await once(this.#worker, "message")) as [Answer];
    return answer;
  }

  openAnew(saved: SavedIndex): void {
    this.#worker.postMessage(saved);
  }

  stop = (): Promise<number> => this.#worker.terminate();
}

const answersOf = (index: PersonIndex): string[] =>
  reports.map((report) => JSON.stringify(index.link(report)));

test("threads that share one index answer as its owner, and as one that reads the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "linkage-shared-"));
  const index = indexOf(people);
  const path = join(folder, "index");
  writeIndexFile(path, index.save());
  const threads = [
    new AnsweringThread({ saved: index.save() }),
    new AnsweringThread({ saved: index.save() }),
    new AnsweringThread({ path }),
  ];
  try {
    for (const answer of await Promise.all(threads.map((thread) => thread.ask(reports)))) {
      assert.deepEqual(answer.answers, answersOf(index));
      assert.equal(answer.outdated, false);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
    rmSync(folder, { recursive: true });
  }
});

test("a thread no longer finds who was removed, and finds who was added once it opens the index anew", async () => {
  const owner = indexOf(people.slice(0, 500));
  const [gone, come] = [people[3], people[550]] as [PersonRecord, PersonRecord];
  const thread = new AnsweringThread({ saved: owner.save() });
  const finds = (answer: Answer, id: string): boolean =>
    answer.answers.some((text) => text.includes(`"id":"${id}"`));
  try {
    assert.ok(finds(await thread.ask([gone]), gone.id));
    owner.remove(gone.id);
    owner.add(come);
    const between = await thread.ask([gone, come]);
    assert.equal(between.outdated, true);
    assert.ok(!finds(between, gone.id) && !finds(between, come.id));
    thread.openAnew(owner.save());
    const after = await thread.ask(reports);
    assert.equal(after.outdated, false);
    assert.deepEqual(after.answers, answersOf(owner));
    assert.ok(finds(await thread.ask([come]), come.id));
  } finally {
    await thread.stop();
  }
});

test("the memory of removed people is given back, and what was saved before goes on answering", () => {
  const everyone = [...inventPeople({ seed: 22, count: 4000 })];
  const index = indexOf(everyone);
  const saved = index.save();
  const bytes = (one: SavedIndex): number => one.table.fields.byteLength + one.table.texts.byteLength;
  for (const person of everyone.slice(0, 3000)) index.remove(person.id);
  assert.ok(bytes(index.save()) < bytes(saved) / 2);
  const plain = indexOf(everyone.slice(3000));
  for (const person of everyone.slice(2900, 3100))
    assert.equal(JSON.stringify(index.link(person)), JSON.stringify(plain.link(person)));
  assert.equal(index.has(everyone[0]?.id ?? ""), false);
  index.add(everyone[0] as PersonRecord);
  assert.equal(index.link(everyone[0] as PersonRecord).candidates[0]?.id, everyone[0]?.id);
});

test("who opens a shared index and adds to it leaves the owner's people as they are", () => {
  const everyone = [...inventPeople({ seed: 23, count: 15_000 })];
  const owner = indexOf(everyone.slice(0, 14_000));
  const other = openIndex(structuredClone(owner.save()));
  for (const person of everyone.slice(14_000, 14_500)) other.add(person);
  for (const person of everyone.slice(14_500)) owner.add(person);
  const plain = indexOf([...everyone.slice(0, 14_000), ...everyone.slice(14_500)]);
  for (const person of everyone.slice(13_990, 14_510))
    assert.equal(owner.has(person.id), plain.has(person.id), person.id);
  for (const person of everyone.slice(14_495, 14_520))
    assert.ok(JSON.stringify(owner.link(person)) === JSON.stringify(plain.link(person)), person.id);
});
