import type { Translation } from "../../platform/i18n/catalogue.ts";
import type { nb } from "./nb.ts";

export const nn: Translation<typeof nb> = {
  loginTitle: "Logg inn",
  loginLead: "Varsla frå utlandet, frå postkassa til avgjord sak.",
  login: "Logg inn",
  ended: "Du er logga ut.",
  expired:
    "Innlogginga har gått ut. Logg inn att, så held du fram der du var. Det du har skrive, er teke vare på.",
  demoNote:
    "Første gong? I demonstrasjonen vel du ein av dei oppdikta tilsette på neste side. Ingen passord, berre oppdikta personar.",

  personMenu: "Meny",
  language: "Språk",
  theme: "Utsjånad",
  "theme.system": "Som systemet",
  "theme.light": "Lyst",
  "theme.dark": "Mørkt",
  shortcuts: "Hurtigtastar",
  logout: "Logg ut",

  "language.nb": "Bokmål",
  "language.nn": "Nynorsk",
  "language.en": "English",

  "role.firstLine": "Førstelinje",
  "role.secondLine": "Andrelinje",
  "role.processOwner": "Prosesseigar",
  "role.manager": "Leiar",
  "role.governance": "Verksemdsstyring",
  "role.auditor": "Revisor",
  "role.systemOwner": "Systemeigar",

  "permission.readIntake": "lese mottaket",
  "permission.handleIntake": "handsame meldingar",
  "permission.readAlerts": "lese varsel",
  "permission.decideIdentity": "avgjere identitet",
  "permission.readPortfolio": "sjå porteføljen",
  "permission.readBalance": "sjå balansen",
  "permission.runBalance": "telje opp balansen",
  "permission.readProfiles": "lese kjeldeprofilar",
  "permission.editProfiles": "endre kjeldeprofilar",
  "permission.readRegisters": "sjå registeret",
  "permission.loadRegister": "laste registeret",
  "permission.operate": "følgje drifta",
};
