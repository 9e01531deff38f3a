import { catalogue } from "../platform/i18n/catalogue.ts";

/** The few words that belong to the controls themselves. */
export const uiMessages = catalogue({
  nb: {
    loading: "Henter …",
    tryAgain: "Prøv igjen",
    columns: "Kolonner",
    showColumn: "Vis kolonne",
    more: "Vis flere",
    shown: { one: "{count} rad vist", other: "{count} rader vist" },
    nextRow: "Neste rad",
    previousRow: "Forrige rad",
    search: "Gå til søkefeltet",
    asTable: "Vis som tabell",
  },
  nn: {
    loading: "Hentar …",
    tryAgain: "Prøv igjen",
    columns: "Kolonnar",
    showColumn: "Vis kolonne",
    more: "Vis fleire",
    shown: { one: "{count} rad vist", other: "{count} rader viste" },
    nextRow: "Neste rad",
    previousRow: "Førre rad",
    search: "Gå til søkjefeltet",
    asTable: "Vis som tabell",
  },
  en: {
    loading: "Loading …",
    tryAgain: "Try again",
    columns: "Columns",
    showColumn: "Show column",
    more: "Show more",
    shown: { one: "{count} row shown", other: "{count} rows shown" },
    nextRow: "Next row",
    previousRow: "Previous row",
    search: "Go to the search field",
    asTable: "Show as table",
  },
});
