import type { Translation } from "../../platform/i18n/catalogue.ts";
import type { nb } from "./nb.ts";

export const en: Translation<typeof nb> = {
  skip: "Skip to content",
  mainNavigation: "Main menu",
  openMenu: "Menu",
  offline: "The connection is lost. The page is renewed when it is back.",
  demo: "Demonstration: all people are invented",

  "nav.intake": "Intake",
  "nav.intake.key": "i",
  "nav.intake.waiting": "{count} in quarantine",
  "nav.alerts": "Alerts",
  "nav.alerts.key": "a",
  "nav.alerts.waiting": "{count} await a decision",
  "nav.cases": "Cases",
  "nav.cases.key": "c",
  "nav.cases.waiting": "{count} cases to do",
  "nav.portfolio": "Portfolio",
  "nav.portfolio.key": "p",
  "nav.portfolio.waiting": "{count} messages missing in the ledger",
  "nav.registers": "Register",
  "nav.registers.key": "r",
  "nav.operations": "Operations",
  "nav.operations.key": "o",
  "nav.operations.waiting": "{count} jobs have failed",
  "nav.profiles": "Source profiles",
  "nav.profiles.key": "s",
  goTo: "Go to {page}",

  shortcuts: "Keyboard shortcuts",
  shortcutsOn: "Shortcuts are on",
  shortcutsLead: "They work while you are not in a text field.",
  showShortcuts: "Show the shortcuts",
  close: "Close",

  notFound: "There is no such page",
  notFoundText: "The address points at nothing. It may be misspelt, or what it pointed at may be gone.",
  home: "To the first page",
  forbidden: "No access",
  forbiddenText:
    "Your role ({roles}) may not {permission}. Ask your manager or the system owner if you need it.",
  failed: "The page stopped",
  failedText: "Something in the page went wrong. Nothing that is stored is lost.",
  reload: "Load the page again",
};
