import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { serveFixtures } from "./serve-fixtures.ts";

const PAGES: readonly (readonly [name: string, path: string, who?: string])[] = [
  ["login", "/login?cause=expired", "nobody"],
  ["intake", "/intake"],
  ["quarantined message", "/intake/messages/1"],
  ["unreadable message", "/intake/messages/2"],
  ["registered message", "/intake/messages/20"],
  ["enter an alert", "/intake/enter"],
  ["alerts", "/alerts"],
  ["alert awaiting a second officer", "/alerts/4"],
  ["withdrawn alert", "/alerts/12"],
  ["alert with versions", "/alerts/7"],
  ["person", "/people/1000021"],
  ["portfolio", "/portfolio"],
  ["portfolio of a past day", "/portfolio?asOf=2026-10-01"],
  ["registers", "/registers"],
  ["operations", "/operations"],
  ["source profiles", "/profiles"],
  ["source profile", "/profiles/imi-mail/2"],
  ["write a source profile", "/profiles/write"],
  ["unknown page", "/nowhere"],
  ["unknown message", "/intake/messages/9999"],
  ["forbidden page", "/intake", "manager"],
];
const SCREENS: readonly (readonly [name: string, screen: BrowserContextOptions])[] = [
  ["wide and light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["narrow and dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
];
/** Refusals that a page asks for on purpose; the browser reports every answer that is not 2xx. */
const EXPECTED_NOISE = /Failed to load resource|lacks readIntake/;
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const folder = mkdtempSync(join(tmpdir(), "varde-pages-"));
let browser: Browser;
let server: Server;
let address: string;

before(async () => {
  await build({
    root: join(import.meta.dirname, ".."),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  ({ server, address } = await serveFixtures(folder));
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A window of its own, with nothing remembered. */
async function newPage(screen: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    reducedMotion: "reduce",
    ...screen,
  });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("console", (said) => said.type() === "error" && noise.push(said.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("response", (answer) => answer.status() >= 500 && noise.push(`${answer.status()} ${answer.url()}`));
  return { page, noise, close: () => context.close() };
}

/** Goes to an address as somebody, and waits until the page has what it shows. */
async function goTo(page: Page, path: string, who = "everybody"): Promise<void> {
  await page.context().addCookies([{ name: "varde-fixture", value: who, url: address }]);
  await page.goto(address + path);
  await page.locator("h1, [role=alert]").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
}

async function open(path: string, who?: string) {
  const opened = await newPage();
  await goTo(opened.page, path, who);
  return opened;
}

async function violationsOn(page: Page): Promise<string[]> {
  // The pages have no frames, and without them axe needs no second page to sum up in.
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARD).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
}

/** How far anything scrolls sideways, and what: the window, or a part of it. A field of text may, where its lines count. */
const beyondOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>("body *")]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .filter(({ tagName }) => tagName !== "TEXTAREA")
      .filter((part) => part.tagName === "HTML" || /auto|scroll/.test(getComputedStyle(part).overflowX))
      .map((part) => `${part.tagName} ${part.className}: ${part.scrollWidth - part.clientWidth} pixels`),
  );

for (const [screenName, screen] of SCREENS)
  test(`${screenName}: every page is accessible, silent and within the width of the window`, async (t) => {
    const { page, noise, close } = await newPage(screen);
    for (const [name, path, who] of PAGES)
      await t.test(name, async () => {
        noise.length = 0;
        await goTo(page, path, who);
        assert.deepEqual(await violationsOn(page), []);
        assert.deepEqual(
          noise.filter((line) => !EXPECTED_NOISE.test(line)),
          [],
        );
        assert.deepEqual(await beyondOn(page), []);
      });
    await close();
  });

test("a reader without a mouse goes to a page, moves in the list and opens a row", async () => {
  const { page, close } = await open("/portfolio");
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.getByRole("heading", { name: "Varsler", level: 1 }).waitFor();
  await page.locator("tbody tr").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const second = await page.locator("tbody tr").nth(1).getByRole("link").textContent();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: second ?? "", level: 1 }).waitFor();
  await close();
});

test("the cheat sheet opens on ? and its switch turns the shortcuts off", async () => {
  const { page, close } = await open("/intake");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  assert.deepEqual(await violationsOn(page), []);
  await sheet.getByText("Hurtigtaster er på").click();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("?");
  assert.equal(await sheet.isVisible(), false);
  await close();
});

test("a field lights the line it came from, and completing says what is missing", async () => {
  const { page, close } = await open("/intake/messages/1");
  await page.getByLabel("Varselnummer").first().focus();
  assert.equal(await page.locator("tr[data-lit=true] mark").textContent(), "DK-2026-10137");
  await page.getByRole("button", { name: "Registrer varselet" }).click();
  await page.getByText("Et varsel må ha et navn.").waitFor();
  await page.getByText("Skriv datoen som dd.mm.åååå.").waitFor();
  assert.deepEqual(await violationsOn(page), []);
  await close();
});

test("what was written survives a reload, and can be thrown away", async () => {
  const { page, close } = await open("/intake/messages/1");
  await page.getByLabel("Etternavn").fill("Fjeldheim");
  await page.waitForFunction(() => localStorage.getItem("varde.draft.message.1") !== null);
  await page.reload();
  await page.getByText("Utkastet ditt er hentet fram igjen.").waitFor();
  assert.equal(await page.getByLabel("Etternavn").inputValue(), "Fjeldheim");
  await page.getByRole("button", { name: "Begynn på nytt" }).click();
  assert.equal(await page.getByLabel("Etternavn").inputValue(), "");
  await close();
});

test("a decision asks for its reason before it is taken", async () => {
  const { page, close } = await open("/alerts/1");
  await page.goto(`${address}/alerts/4`);
  await page.getByRole("button", { name: /^Bekreft Agnieszka/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Bekreft", exact: true }).click();
  await dialog.getByText("Skriv en begrunnelse på minst tre tegn.").waitFor();
  assert.deepEqual(await violationsOn(page), []);
  await dialog.getByLabel("Begrunnelse").fill("Samme fødselsdato.");
  await dialog.getByRole("button", { name: "Bekreft", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await close();
});

test("a past day is written as everywhere in the pages, and one to come is refused", async () => {
  const { page, close } = await open("/portfolio");
  const day = page.getByLabel("Vis per dato");
  await day.fill("31.2.2026");
  await day.press("Enter");
  await page.getByText("Skriv datoen som dd.mm.åååå.").waitFor();
  await day.fill("1.1.2999");
  await day.press("Enter");
  await page.getByText("Velg en dag som har vært.").waitFor();
  await day.fill("1.10.2026");
  await day.press("Enter");
  await page.getByText("Slik det sto ved utgangen av 1. okt. 2026").waitFor();
  assert.equal(await day.inputValue(), "01.10.2026");
  await close();
});

test("the language of the pages changes at once and is kept", async () => {
  const { page, close } = await open("/intake");
  await page.getByRole("button", { name: /Ingrid Solbakken/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await page.getByRole("heading", { name: "Intake", level: 1 }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Intake", level: 1 }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await close();
});

test("somebody who is not logged in is sent to the login page, and back afterwards", async () => {
  const { page, close } = await open("/alerts/4", "nobody");
  const login = await page.getByRole("link", { name: "Logg inn" }).getAttribute("href");
  assert.equal(login, "/auth/login?returnTo=%2Falerts%2F4&language=nb");
  await close();
});
