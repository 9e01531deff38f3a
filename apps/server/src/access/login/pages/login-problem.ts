import type { Language } from "@varde/contract";
import type { FastifyReply } from "fastify";
import { html, sendLoginPage } from "./login-page.ts";
import { LOGIN_PROBLEM_TEXTS } from "./login-problem-texts.ts";

/** Why somebody could not log in, and the status that says so. */
const STATUS = {
  loginProviderUnavailable: 503,
  loginExpired: 400,
  loginRefused: 403,
  loginFailed: 502,
  loginWithoutSubject: 502,
  loginForeignTenant: 403,
  loginAssuranceTooLow: 403,
  loginOrganisationMissing: 403,
  loginNotFresh: 403,
  loginOtherPerson: 403,
  loginDeactivated: 403,
  loginLockedOut: 429,
  noRole: 403,
} as const;
export type LoginProblem = keyof typeof STATUS;

/** Seconds after which trying again may help. */
const RETRY_AFTER: Readonly<Record<number, string>> = { 503: "10", 429: "900" };

const AGAIN: Record<Language, string> = { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" };
const CODE: Record<Language, string> = { nb: "Kode", nn: "Kode", en: "Code" };

/** Tells why login did not succeed, with a code to pass on and a way to try again. */
export function sendLoginProblem(
  reply: FastifyReply,
  problem: LoginProblem,
  language: Language,
): FastifyReply {
  const { title, text } = LOGIN_PROBLEM_TEXTS[language][problem];
  const retryAfter = RETRY_AFTER[STATUS[problem]];
  if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
  const body = html`<p>${text}</p>
<p><a class="act" href="/auth/login">${AGAIN[language]}</a></p>
<p class="quiet">${CODE[language]}: <code>${problem}</code></p>`;
  return sendLoginPage(reply, { language, title, body }, STATUS[problem]);
}
