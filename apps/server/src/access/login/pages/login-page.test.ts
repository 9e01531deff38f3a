import assert from "node:assert/strict";
import test from "node:test";
import type { FastifyRequest } from "fastify";
import { html, languageAskedFor, loginPage } from "./login-page.ts";

test("what is filled in is text and never HTML", () => {
  const name = `<script>alert("x")</script> & 'y'`;
  const list = [html`<li>${name}</li>`, html`<li>b</li>`];
  assert.equal(
    html`<ul>${list}</ul>`.html,
    "<ul><li>&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#39;y&#39;</li><li>b</li></ul>",
  );
});

test("pages of login hold no script and no style of their own", () => {
  const page = loginPage({ language: "nb", title: "Logg inn", body: html`<p>Hei</p>` });
  assert.doesNotMatch(page, /<script|<style|style=|onclick/);
  assert.match(page, /<html lang="nb">/);
});

test("speaks the first of our languages that the browser asks for", () => {
  const asked = (header?: string) =>
    languageAskedFor({ headers: { "accept-language": header } } as unknown as FastifyRequest);
  assert.equal(asked("en-GB,en;q=0.9,nb;q=0.8"), "en");
  assert.equal(asked("de,nn;q=0.8,en;q=0.5"), "nn");
  assert.equal(asked("no,en"), "nb");
  assert.equal(asked("fr"), "nb");
  assert.equal(asked(undefined), "nb");
});
