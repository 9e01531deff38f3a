export const nb = {
  loginTitle: "Logg inn",
  loginLead: "Varslene fra utlandet, fra postkassen til avgjort sak.",
  login: "Logg inn",
  ended: "Du er logget ut.",
  expired:
    "Innloggingen er utløpt. Logg inn igjen, så fortsetter du der du var. Det du har skrevet, er tatt vare på.",
  demoNote:
    "Første gang? I demonstrasjonen velger du en av de oppdiktede ansatte på neste side. Ingen passord, bare oppdiktede personer.",

  personMenu: "Meny",
  language: "Språk",
  theme: "Utseende",
  "theme.system": "Som systemet",
  "theme.light": "Lyst",
  "theme.dark": "Mørkt",
  shortcuts: "Hurtigtaster",
  logout: "Logg ut",

  "language.nb": "Bokmål",
  "language.nn": "Nynorsk",
  "language.en": "English",

  "role.firstLine": "Førstelinje",
  "role.secondLine": "Andrelinje",
  "role.processOwner": "Prosesseier",
  "role.manager": "Leder",
  "role.governance": "Virksomhetsstyring",
  "role.auditor": "Revisor",
  "role.systemOwner": "Systemeier",

  "permission.readIntake": "lese mottaket",
  "permission.handleIntake": "behandle meldinger",
  "permission.readAlerts": "lese varsler",
  "permission.decideIdentity": "avgjøre identitet",
  "permission.readPortfolio": "se porteføljen",
  "permission.readBalance": "se balansen",
  "permission.runBalance": "telle opp balansen",
  "permission.readProfiles": "lese kildeprofiler",
  "permission.editProfiles": "endre kildeprofiler",
  "permission.readRegisters": "se registeret",
  "permission.loadRegister": "laste registeret",
  "permission.operate": "følge driften",
} as const;
