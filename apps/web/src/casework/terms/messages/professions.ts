import { PROFESSION_NAMES } from "@varde/contract/profession-names";
import { catalogue } from "../../../platform/i18n/catalogue.ts";

/** The professions of code system 9060 (health personnel); the codes are those of the register. */
export const professions = catalogue(PROFESSION_NAMES);

/** The codes, in order. */
export const PROFESSION_CODES: readonly string[] = Object.keys(professions.nb);
