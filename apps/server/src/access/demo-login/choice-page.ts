import type { Language } from "@varde/contract";
import { html, type LoginPage } from "../login/pages/login-page.ts";
import { DEMO_USERS, ROLE_TEXTS } from "./demo-users.ts";

const TEXTS: Record<Language, { title: string; lead: string }> = {
  nb: {
    title: "Hvem vil du prøve Varde som?",
    lead: "Dette er en demonstrasjon med oppdiktede personer. Det trengs ikke passord.",
  },
  nn: {
    title: "Kven vil du prøve Varde som?",
    lead: "Dette er ein demonstrasjon med oppdikta personar. Du treng ikkje passord.",
  },
  en: {
    title: "Who would you like to try Varde as?",
    lead: "This is a demonstration with invented people. No password is needed.",
  },
};

const LANGUAGE_NAMES: Record<Language, string> = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

/** The page where one of the invented people is chosen. `address` is where the choice is sent. */
export function choicePage(language: Language, address: string): LoginPage {
  const { title, lead } = TEXTS[language];
  const others = (Object.keys(LANGUAGE_NAMES) as Language[]).filter((other) => other !== language);
  const body = html`<p>${lead}</p>
<form method="post" action="${address}">
<ul class="people">
${DEMO_USERS.map(
  ({ subject, name, role }) => html`<li><button name="subject" value="${subject}"><strong>${name}</strong>
<span>${ROLE_TEXTS[language][role]}</span></button></li>
`,
)}</ul>
</form>
<p class="quiet">${others.map((other) => html`<a lang="${other}" href="${address}?language=${other}">${LANGUAGE_NAMES[other]}</a> `)}</p>`;
  return { language, title, body };
}
