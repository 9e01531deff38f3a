export { caseProblems } from "./messages/problems.ts";
export { readCaseSearch } from "./queue/case-search.ts";
export { readSearch } from "./search/search-search.ts";
export { readStorySearch } from "./story/story-search.ts";
export { useCaseWords } from "./words/use-case-words.ts";
