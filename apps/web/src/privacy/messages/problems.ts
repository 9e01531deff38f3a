import { catalogue } from "../../platform/i18n/catalogue.ts";

/** Refusals about access reports and corrections, by code, with advice. */
export const privacyProblems = catalogue({
  nb: {
    severalPeople: "Navnet og fødselsdatoen passer på flere i HPR: {people}.",
    "severalPeople.advice": "Søk på HPR-nummeret til den det gjelder.",
    nothingToCorrect: "Det finnes ikke noe slikt å rette: {type} {id}.",
    "nothingToCorrect.advice": "Kontroller nummeret.",
    noSuchCorrection: "Kravet om retting finnes ikke.",
    correctionAnswered: "Kravet er allerede besvart.",
  },
  nn: {
    severalPeople: "Namnet og fødselsdatoen passar på fleire i HPR: {people}.",
    "severalPeople.advice": "Søk på HPR-nummeret til den det gjeld.",
    nothingToCorrect: "Det finst ikkje noko slikt å rette: {type} {id}.",
    "nothingToCorrect.advice": "Kontroller nummeret.",
    noSuchCorrection: "Kravet om retting finst ikkje.",
    correctionAnswered: "Kravet er allereie svart på.",
  },
  en: {
    severalPeople: "The name and birth date fit several people in HPR: {people}.",
    "severalPeople.advice": "Search by the HPR number of the person it concerns.",
    nothingToCorrect: "There is no such thing to correct: {type} {id}.",
    "nothingToCorrect.advice": "Check the number.",
    noSuchCorrection: "There is no such request for correction.",
    correctionAnswered: "The request has been answered already.",
  },
});
