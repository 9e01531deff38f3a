import type { Translation } from "../../platform/i18n/catalogue.ts";
import type { nb } from "./nb.ts";

export const nn: Translation<typeof nb> = {
  skip: "Hopp til innhaldet",
  mainNavigation: "Hovudmeny",
  openMenu: "Meny",
  offline: "Sambandet er brote. Sida blir oppdatert når det er tilbake.",
  demo: "Demonstrasjon: alle personar er oppdikta",

  "nav.intake": "Mottak",
  "nav.intake.key": "m",
  "nav.intake.waiting": "{count} i karantene",
  "nav.alerts": "Varsel",
  "nav.alerts.key": "v",
  "nav.alerts.waiting": "{count} ventar på avgjerd",
  "nav.cases": "Saker",
  "nav.cases.key": "s",
  "nav.cases.waiting": "{count} saker å gjere",
  "nav.portfolio": "Portefølje",
  "nav.portfolio.key": "p",
  "nav.portfolio.waiting": "{count} meldingar manglar i protokollen",
  "nav.registers": "Register",
  "nav.registers.key": "r",
  "nav.operations": "Drift",
  "nav.operations.key": "d",
  "nav.operations.waiting": "{count} jobbar har feila",
  "nav.profiles": "Kjeldeprofilar",
  "nav.profiles.key": "k",
  "nav.privacy": "Personvern",
  "nav.privacy.key": "n",
  "nav.access": "Tilgang",
  "nav.access.key": "t",
  "nav.audit": "Logg",
  "nav.audit.key": "l",
  goTo: "Gå til {page}",

  shortcuts: "Hurtigtastar",
  shortcutsOn: "Hurtigtastar er på",
  shortcutsLead: "Verkar når du ikkje står i eit skrivefelt.",
  showShortcuts: "Vis hurtigtastane",
  close: "Lukk",

  notFound: "Sida finst ikkje",
  notFoundText:
    "Adressa peikar ikkje på noko. Ho kan vere skriven feil, eller det ho peika på kan vere borte.",
  home: "Til framsida",
  forbidden: "Ingen tilgang",
  forbiddenText:
    "Rolla di ({roles}) kan ikkje {permission}. Spør leiaren din eller systemeigaren om du treng det.",
  failed: "Sida stoppa",
  failedText: "Noko i sida gjekk gale. Ingenting av det som er lagra, er tapt.",
  reload: "Last sida på nytt",
};
