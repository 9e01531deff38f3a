import { catalogue } from "../../platform/i18n/catalogue.ts";

export const actWords = catalogue({ nb: {}, nn: {}, en: {} });
