import type { Language } from "@varde/contract";
import type { IdentityProvider } from "../providers/identity-provider.ts";
import { html, type LoginPage } from "./login-page.ts";

const TEXTS: Record<Language, { title: string; lead: string }> = {
  nb: { title: "Hvordan vil du logge inn?", lead: "Velg innloggingen som arbeidsgiveren din har gitt deg." },
  nn: { title: "Korleis vil du logge inn?", lead: "Vel innlogginga som arbeidsgjevaren din har gjeve deg." },
  en: { title: "How would you like to log in?", lead: "Choose the login your employer has given you." },
};

const LANGUAGE_NAMES: Record<Language, string> = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

/** The page where people choose among several login providers. `returnTo` is already known to be safe. */
export function providerChoice(
  language: Language,
  providers: readonly IdentityProvider[],
  returnTo: string,
): LoginPage {
  const { title, lead } = TEXTS[language];
  const others = (Object.keys(LANGUAGE_NAMES) as Language[]).filter((other) => other !== language);
  const addressOf = (query: Record<string, string>) =>
    `/auth/login?${new URLSearchParams({ ...query, returnTo }).toString()}`;
  const body = html`<p>${lead}</p>
<ul class="people">
${providers.map(
  ({
    key,
    title: titles,
  }) => html`<li><a class="choice" href="${addressOf({ provider: key, language })}"><strong>${titles[language]}</strong></a></li>
`,
)}</ul>
<p class="quiet">${others.map((other) => html`<a lang="${other}" href="${addressOf({ language: other })}">${LANGUAGE_NAMES[other]}</a> `)}</p>`;
  return { language, title, body };
}
