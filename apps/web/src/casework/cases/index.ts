export { readCaseSearch } from "./queue/case-search.ts";
export { useCaseWords } from "./words/use-case-words.ts";
