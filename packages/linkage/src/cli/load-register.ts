import { createIndex, type PersonIndex } from "../index/person-index.ts";
import type { LinkageModel } from "../model/model.ts";
import { expected, type LinkConsole, SHOW_EVERY } from "./link-console.ts";
import { LinkInputError } from "./link-input-error.ts";
import { readPeople } from "./read-people.ts";

/** Reads a register into an index. Of two people with one id the first is kept and the second reported. */
export async function loadRegister(
  path: string,
  model: LinkageModel,
  console: LinkConsole,
): Promise<PersonIndex> {
  const index = createIndex({ model });
  const progress = console.progress("Register");
  for await (const { line, person, shareRead } of readPeople(path, console.problem)) {
    if (index.has(person.id)) {
      const message = `The id ${person.id} is already in the register; the first person with it is kept.`;
      console.problem({ file: path, line, code: "duplicateId", message });
    } else index.add(person);
    if (index.size % SHOW_EVERY === 0) progress.show(index.size, expected(index.size, shareRead));
  }
  progress.show(index.size, index.size);
  progress.stop();
  if (index.size === 0)
    throw new LinkInputError("emptyRegister", `There is nobody in ${path}. Give a file with people.`);
  return index;
}
