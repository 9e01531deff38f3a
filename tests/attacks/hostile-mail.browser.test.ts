import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findPeople, mailOf, subjectOf } from "../journeys/invented-mail.ts";
import { prepareJourneys } from "../journeys/journey.ts";

const { journey } = await prepareJourneys();
const [person] = findPeople(1);
const PURPOSE = "Avklarer hvem varselet gjelder";

const MARKUP = `<img src=x onerror="window.ran=1"><script>window.ran=1</script><b>fet</b>`;
const HOSTILE = [
  `From: "${MARKUP.replaceAll('"', "'")}" <a@evil.example>`,
  `Subject: Varsel ${MARKUP}`,
  "Content-Type: text/html; charset=utf-8",
  "",
  `<html><body onload="window.ran=1"><p>Surname: Berg ${MARKUP}</p><p>Date of birth: 1970-01-02</p>`,
  `<img src="http://evil.example/pixel.gif"><iframe src="http://evil.example/"></iframe>`,
  `<form action="http://evil.example/"><input autofocus onfocus="window.ran=1"></form></body></html>`,
].join("\r\n");

/** Uploads a file as officers do and opens the message it became. */
async function takeIn(page: Page, file: { name: string; mimeType: string; buffer: Buffer }, subject: string) {
  await page.goto("/intake");
  await page.getByLabel("Last opp").setInputFiles(file);
  await page.getByText("1 fil er mottatt og blir lest nå.").waitFor();
  await page.goto(`/intake?search=${encodeURIComponent(subject)}`);
  await page.getByRole("link", { name: subject }).first().click();
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
}

journey(
  "a mail full of script is text on the page: nothing of it runs, and nothing is fetched from elsewhere",
  async (enter) => {
    const page = await enter("Ingrid Solbakken");
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).hostname.endsWith("evil.example")) elsewhere.push(request.url());
    });
    page.on("dialog", (dialog) => {
      elsewhere.push(dialog.message());
      void dialog.dismiss();
    });
    const file = {
      name: `<img src=x onerror=window.ran=1>.eml`,
      mimeType: "message/rfc822",
      buffer: Buffer.from(HOSTILE),
    };
    await takeIn(page, file, "Varsel <img");
    await page.getByText("Berg", { exact: false }).first().waitFor();
    assert.equal(await page.evaluate("window.ran"), undefined);
    assert.equal(
      await page.locator("main iframe, main form[action*=evil], main img[src*=evil], main b").count(),
      0,
    );
    assert.deepEqual(elsewhere, []);
  },
);

journey(
  "identity numbers are hidden until an officer says why they are needed and proves who they are",
  async (enter) => {
    assert.ok(person);
    const page = await enter("Jonas Myrvold");
    const alert = { ...person, number: "SE26.90077" };
    await takeIn(page, mailOf(alert), subjectOf(alert));
    const main = page.locator("main");
    const masked = `${person.nationalId.slice(0, 6)}*****`;
    await main.getByText(masked).first().waitFor();
    assert.equal((await main.innerText()).includes(person.nationalId), false);
    await page.getByRole("button", { name: "Vis identitetsnumre" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Vis numrene" }).click();
    await dialog.getByText("Skriv formålet med minst ti tegn.").waitFor();
    await dialog.getByRole("textbox", { name: "Formål" }).fill(PURPOSE);
    await dialog.getByRole("button", { name: "Vis numrene" }).click();
    await dialog.getByRole("link", { name: "Bekreft hvem du er" }).click();
    await page.getByRole("button", { name: "Jonas Myrvold" }).click();
    await page.getByRole("button", { name: "Vis identitetsnumre" }).click();
    assert.equal(await dialog.getByRole("textbox", { name: "Formål" }).inputValue(), PURPOSE);
    await dialog.getByRole("button", { name: "Vis numrene" }).click();
    await main.getByText(person.nationalId).first().waitFor();
    await main.getByText("Identitetsnumre vises for deg til").waitFor();
  },
);
