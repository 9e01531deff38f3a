import { readFileSync } from "node:fs";
import type { Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../platform/http/index.ts";

/** Text that is safe to place in a page. */
export interface Html {
  readonly html: string;
}

type Piece = string | Html | readonly Html[];

/** Writes HTML; whatever is filled in is escaped unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: String.raw({ raw: texts }, ...pieces.map(written)) };
}

function written(piece: Piece): string {
  if (typeof piece !== "string") return "html" in piece ? piece.html : piece.map((one) => one.html).join("");
  return piece.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** The language a browser asks for, among ours; bokmål where it asks for none of them. */
export function languageAskedFor(request: FastifyRequest): Language {
  for (const part of (request.headers["accept-language"] ?? "").toLowerCase().split(",")) {
    const asked = part.trim().slice(0, 2);
    if (asked === "nb" || asked === "no") return "nb";
    if (asked === "nn" || asked === "en") return asked;
  }
  return "nb";
}

const STYLES = readFileSync(new URL("login-page.css", import.meta.url));
const STYLES_ADDRESS = "/auth/login-page.css";

/** Serves the style sheet of the pages of login, which stand outside the web application. */
export function serveLoginStyles(app: App): void {
  app.get(STYLES_ADDRESS, { config: { may: "anyone" }, schema: { hide: true } }, (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(STYLES),
  );
}

/** The cairn with its beacon; the name stands beside it. */
const LOGO = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
<path d="M16 1.5c3 3 4.3 5.2 4.3 7.2a4.3 4.3 0 0 1-8.6 0c0-2 1.3-4.2 4.3-7.2Z" fill="#f0a03c"/>
<rect x="11" y="14.5" width="10" height="4.2" rx="2.1" fill="currentColor"/>
<rect x="8" y="20" width="16" height="4.2" rx="2.1" fill="currentColor" opacity="0.78"/>
<rect x="5" y="25.5" width="22" height="4.2" rx="2.1" fill="currentColor" opacity="0.56"/>
</svg>`;

/** What a page of login shows. */
export interface LoginPage {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
}

/** A whole page of login: plain HTML that needs no script. */
export function loginPage({ language, title, body }: LoginPage): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Varde</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${STYLES_ADDRESS}">
</head>
<body>
<main>
<p class="product">${LOGO}Varde</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.html;
}

/** Sends a page of login. */
export function sendLoginPage(reply: FastifyReply, page: LoginPage, status = 200): FastifyReply {
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(loginPage(page));
}
