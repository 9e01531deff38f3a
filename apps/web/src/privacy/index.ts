export { readCorrectionsSearch } from "./corrections-search.ts";
export { privacyProblems } from "./messages/problems.ts";
export { privacyPlacesFor } from "./privacy-places.ts";
