import { catalogue } from "../../../platform/i18n/catalogue.ts";

/** Refusals of the portfolio by code, with advice. */
export const portfolioProblems = catalogue({
  nb: {
    asOfInTheFuture: "Datoen er ikke kommet ennå.",
    "asOfInTheFuture.advice": "Velg i dag eller en dag som har vært.",
  },
  nn: {
    asOfInTheFuture: "Datoen har ikkje kome enno.",
    "asOfInTheFuture.advice": "Vel i dag eller ein dag som har vore.",
  },
  en: {
    asOfInTheFuture: "The date has not come yet.",
    "asOfInTheFuture.advice": "Choose today or a day that has been.",
  },
});
