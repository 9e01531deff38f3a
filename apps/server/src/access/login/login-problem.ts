import type { Language } from "@varde/contract";
import type { FastifyReply } from "fastify";
import { html, sendLoginPage } from "./login-page.ts";

/** Why somebody could not log in. */
export type LoginProblem =
  | "loginProviderUnavailable"
  | "loginExpired"
  | "loginRefused"
  | "loginFailed"
  | "noRole";

interface Telling {
  readonly title: string;
  readonly text: string;
}

const STATUS: Record<LoginProblem, number> = {
  loginProviderUnavailable: 503,
  loginExpired: 400,
  loginRefused: 403,
  loginFailed: 502,
  noRole: 403,
};

const TELLINGS: Record<Language, Record<LoginProblem, Telling>> = {
  nb: {
    loginProviderUnavailable: {
      title: "Innloggingen svarer ikke",
      text: "Tjenesten som bekrefter hvem du er, kan ikke nås nå. Ingenting er tapt i Varde. Vent litt og prøv igjen.",
    },
    loginExpired: {
      title: "Innloggingen ble avbrutt",
      text: "Det gikk for lang tid, eller innloggingen ble startet i en annen nettleser. Begynn på nytt.",
    },
    loginRefused: {
      title: "Innloggingen ble avvist",
      text: "Tjenesten som bekrefter hvem du er, avviste innloggingen. Spør systemeieren hvis du mener du skal ha tilgang.",
    },
    loginFailed: {
      title: "Innloggingen kunne ikke fullføres",
      text: "Svaret fra innloggingstjenesten kunne ikke bekreftes. Prøv igjen, og si fra til systemeieren hvis det gjentar seg.",
    },
    noRole: {
      title: "Du har ingen rolle i Varde",
      text: "Du er logget inn, men har ikke fått en rolle. Be lederen din eller systemeieren om å gi deg en.",
    },
  },
  nn: {
    loginProviderUnavailable: {
      title: "Innlogginga svarer ikkje",
      text: "Tenesta som stadfestar kven du er, kan ikkje nåast no. Ingenting er tapt i Varde. Vent litt og prøv igjen.",
    },
    loginExpired: {
      title: "Innlogginga vart avbroten",
      text: "Det gjekk for lang tid, eller innlogginga vart starta i ein annan nettlesar. Byrj på nytt.",
    },
    loginRefused: {
      title: "Innlogginga vart avvist",
      text: "Tenesta som stadfestar kven du er, avviste innlogginga. Spør systemeigaren om du meiner du skal ha tilgang.",
    },
    loginFailed: {
      title: "Innlogginga kunne ikkje fullførast",
      text: "Svaret frå innloggingstenesta kunne ikkje stadfestast. Prøv igjen, og sei frå til systemeigaren om det hender fleire gonger.",
    },
    noRole: {
      title: "Du har inga rolle i Varde",
      text: "Du er logga inn, men har ikkje fått ei rolle. Be leiaren din eller systemeigaren om å gje deg ei.",
    },
  },
  en: {
    loginProviderUnavailable: {
      title: "The login service does not answer",
      text: "The service that confirms who you are cannot be reached just now. Nothing is lost in Varde. Wait a moment and try again.",
    },
    loginExpired: {
      title: "The login was interrupted",
      text: "It took too long, or the login was started in another browser. Start again.",
    },
    loginRefused: {
      title: "The login was refused",
      text: "The service that confirms who you are refused the login. Ask the system owner if you believe you should have access.",
    },
    loginFailed: {
      title: "The login could not be completed",
      text: "The answer of the login service could not be confirmed. Try again, and tell the system owner if it happens repeatedly.",
    },
    noRole: {
      title: "You have no role in Varde",
      text: "You are logged in but have been given no role. Ask your manager or the system owner for one.",
    },
  },
};

const AGAIN: Record<Language, string> = { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" };
const CODE: Record<Language, string> = { nb: "Kode", nn: "Kode", en: "Code" };

/** Tells why login did not succeed, with a code to pass on and a way to try again. */
export function sendLoginProblem(
  reply: FastifyReply,
  problem: LoginProblem,
  language: Language,
): FastifyReply {
  const { title, text } = TELLINGS[language][problem];
  if (STATUS[problem] === 503) reply.header("retry-after", "10");
  const body = html`<p>${text}</p>
<p><a class="act" href="/auth/login">${AGAIN[language]}</a></p>
<p class="quiet">${CODE[language]}: <code>${problem}</code></p>`;
  return sendLoginPage(reply, { language, title, body }, STATUS[problem]);
}
