/**
 * Takes the pictures of the README: `node tools/screenshots.ts` starts the demonstration for it,
 * `node tools/screenshots.ts http://localhost:3000` uses one that runs.
 */
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AlertRow, CaseRow, MessageRow } from "@varde/contract";
import type { Browser, Page } from "playwright-core";
import { DESK, logIn, openBrowser, openWindow, PHONE } from "../tests/journeys/open-browser.ts";
import { startDemo } from "../tests/journeys/start-demo.ts";
import { waitUntilShown } from "../tests/journeys/violations.ts";

const FOLDER = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const LARGEST_BYTES = 250_000;

interface Picture {
  readonly name: string;
  readonly who: string;
  readonly path: (page: Page) => Promise<string> | string;
  readonly viewport?: typeof DESK;
}

const PICTURES: readonly Picture[] = [
  { name: "queue", who: "Ingrid Solbakken", path: () => "/intake" },
  { name: "message", who: "Ingrid Solbakken", path: incompleteMessage },
  { name: "alert", who: "Ingrid Solbakken", path: likelyAlert },
  { name: "cases", who: "Ingrid Solbakken", path: () => "/cases" },
  { name: "case", who: "Amina Haddad", path: caseInAssessment },
  { name: "portfolio", who: "Turid Nygård", path: () => "/portfolio" },
  { name: "operations", who: "Solveig Bakke", path: () => "/operations" },
  { name: "phone", who: "Ingrid Solbakken", path: () => "/intake", viewport: PHONE },
];

const given = process.argv[2];
const opened = new AsyncDisposableStack();
try {
  const demo = given ? undefined : await startDemo();
  opened.defer(async () => demo?.stop());
  const browser = await openBrowser();
  opened.defer(() => browser.close());
  mkdirSync(FOLDER, { recursive: true });
  for (const picture of PICTURES) await take(browser, given ?? demo?.address ?? "", picture);
} finally {
  await opened.disposeAsync();
}

async function take(browser: Browser, address: string, { name, who, path, viewport = DESK }: Picture) {
  const window = await openWindow(browser, address, { viewport, colorScheme: "light" });
  const { page } = window;
  await logIn(page, who);
  await page.goto(await path(page));
  await waitUntilShown(page);
  const file = `${FOLDER}${name}.png`;
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  await window.close();
  const { size } = statSync(file);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${name}.png is larger than ${LARGEST_BYTES / 1000} kB`);
}

/** A case of the second line, with everything that has been gathered in it. */
async function caseInAssessment(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: CaseRow[] }>(page, "/api/cases?list=all&stage=assessment&limit=1");
  return `/cases/${rows[0]?.id}`;
}

/** A message from one sender that only lacks a date of birth: the original beside what was read and what is missing. */
async function incompleteMessage(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: MessageRow[] }>(page, "/api/intake/messages?reason=missingMandatory");
  const found = rows.find(({ alerts, fromName }) => alerts === 0 && fromName === "IMI") ?? rows[0];
  if (!found) throw new Error("The demonstration holds no incomplete message");
  return `/intake/messages/${found.id}`;
}

/** An alert that awaits a decision, where the engine holds somebody for likely but not for certain. */
async function likelyAlert(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: AlertRow[] }>(page, "/api/alerts?identity=awaitingDecision");
  const found = rows.find(({ outcome, bestHpr }) => outcome === "probable" && bestHpr) ?? rows[0];
  if (!found) throw new Error("The demonstration holds no alert that awaits a decision");
  return `/alerts/${found.id}`;
}

async function ask<T>({ request }: Page, path: string): Promise<T> {
  return (await (await request.get(path)).json()) as T;
}
