import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { DemoUser } from "../../apps/server/src/access/index.ts";

/** How wide the pages are looked at: at a desk, and on a phone. */
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const LONGEST_WAIT_MS = 30_000;
/** What is written to the console where somebody is refused: by Chromium of any answer from 400 up, and by the page. */
const REFUSAL = /^Failed to load resource|lacks \w+/;

/** Starts Chromium without anything that talks to the world. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A person's own window, with what went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of the page's scripts, breaches of its Content-Security-Policy, and answers that are the server's fault. */
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a window that shares nothing with other windows, on the login page. */
export async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: DESK,
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSAL.test(message.text()))
      troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`);
  });
  await page.goto("/login");
  return { page, troubles, close: () => context.close() };
}

/** Goes through the demonstration's login as one of its people, as anybody would. */
export async function logIn(page: Page, name: DemoUser["name"]): Promise<void> {
  await page.getByText("Logg inn", { exact: true }).click();
  await page.getByRole("button", { name }).click();
  await page.locator("#content").waitFor();
}
