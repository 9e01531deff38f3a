import type { Translation } from "../../platform/i18n/catalogue.ts";
import type { nb } from "./nb.ts";

export const en: Translation<typeof nb> = {
  loginTitle: "Log in",
  loginLead: "Warnings from abroad, from the mailbox to the settled case.",
  login: "Log in",
  ended: "You are logged out.",
  expired: "Your login has expired. Log in again to go on where you were. What you have written is kept.",
  demoNote:
    "First time here? In the demonstration you choose one of the invented staff on the next page. No password, only invented people.",

  personMenu: "Menu",
  language: "Language",
  theme: "Appearance",
  "theme.system": "As the system",
  "theme.light": "Light",
  "theme.dark": "Dark",
  shortcuts: "Keyboard shortcuts",
  logout: "Log out",

  "language.nb": "Bokmål",
  "language.nn": "Nynorsk",
  "language.en": "English",

  "role.firstLine": "First line",
  "role.secondLine": "Second line",
  "role.processOwner": "Process owner",
  "role.manager": "Manager",
  "role.governance": "Governance",
  "role.auditor": "Auditor",
  "role.systemOwner": "System owner",

  "permission.readIntake": "read the intake",
  "permission.handleIntake": "handle messages",
  "permission.readAlerts": "read alerts",
  "permission.decideIdentity": "decide identities",
  "permission.readPortfolio": "see the portfolio",
  "permission.readBalance": "see the balance",
  "permission.runBalance": "run the balance",
  "permission.readProfiles": "read source profiles",
  "permission.editProfiles": "edit source profiles",
  "permission.readRegisters": "see the register",
  "permission.loadRegister": "load the register",
  "permission.operate": "see operations",
};
