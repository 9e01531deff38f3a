export { COUNTRY_CODES } from "./countries.ts";
export { AlertStatusMark, IdentityMark, MessageStateMark } from "./marks.tsx";
export { PROFESSION_CODES, professions } from "./messages/professions.ts";
export { termMessages } from "./term-messages.ts";
export { useDoer } from "./use-doer.ts";
export { useFieldText } from "./use-field-text.ts";
