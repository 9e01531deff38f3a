import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { declaredPages, findPages } from "./every-page.ts";
import { prepareJourneys } from "./journey.ts";
import { openWindow } from "./open-browser.ts";
import { violationsOf, waitUntilShown } from "./violations.ts";

const { address, browser, journey } = await prepareJourneys();
/** "/" leads on to another page; the login pages are seen by strangers, below. */
const SEEN_OTHERWISE = ["/", "/login"];

test("whoever logs in meets accessible pages", async () => {
  const window = await openWindow(browser, address);
  const { page } = window;
  await waitUntilShown(page);
  const atTheDoor = await violationsOf(page);
  await page.getByText("Logg inn", { exact: true }).click();
  await page.getByRole("heading", { name: "Hvem vil du prøve Varde som?" }).waitFor();
  assert.deepEqual([...atTheDoor, ...(await violationsOf(page))], []);
  await window.close();
});

journey("every page is accessible to the people who see it", async (enter) => {
  const officer = await enter("Ingrid Solbakken");
  const pages = await findPages(officer.request);
  const unseen = declaredPages().filter(
    (path) => !SEEN_OTHERWISE.includes(path) && !pages.some(({ route }) => route === path),
  );
  assert.deepEqual(unseen, [], "Add these pages to findPages in tests/journeys/every-page.ts");

  const look = async (who: string, page: Page) => {
    const found: string[] = [];
    for (const { path } of pages.filter((one) => one.who === who)) {
      await page.goto(path);
      await waitUntilShown(page);
      found.push(...(await violationsOf(page)));
    }
    return found;
  };
  const others = [...new Set(pages.map(({ who }) => who))].filter((who) => who !== "Ingrid Solbakken");
  const lookAsOthers = async () => {
    const found: string[] = [];
    for (const who of others) found.push(...(await look(who, await enter(who))));
    return found;
  };
  const found = await Promise.all([look("Ingrid Solbakken", officer), lookAsOthers()]);
  assert.deepEqual(found.flat(), []);
});

journey("what opens on a page is accessible too", async (enter) => {
  const page = await enter("Ingrid Solbakken");
  const found: string[] = [];
  const look = async () => void found.push(...(await violationsOf(page)));

  await page.goto("/intake?state=quarantined");
  await page.locator("tbody").getByRole("link").first().waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await look();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ingrid Solbakken" }).click();
  await page.getByRole("menu").waitFor();
  await look();
  await page.keyboard.press("Escape");

  await page.locator("tbody").getByRole("link").first().click();
  await page.getByRole("button", { name: "Registrer varselet" }).click();
  await page.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();
  await look();
  await page.getByRole("button", { name: "Legg bort" }).click();
  await page.getByRole("dialog").waitFor();
  await look();

  await page.goto("/alerts?identity=awaitingDecision");
  await page.locator("tbody").getByRole("link").first().click();
  await page.getByRole("button", { name: "Bekreft en annen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bekreft", exact: true }).click();
  await page.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();
  await look();
  assert.deepEqual(found, []);
});
