import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { logIn, openBrowser, openWindow, type Window } from "./open-browser.ts";
import { startDemo } from "./start-demo.ts";

/** How much of a window a failure tells. */
const LINES_TOLD = 80;

/** Lets somebody of the demonstration sit down at a window of their own. */
export type Enter = (name: string, options?: BrowserContextOptions) => Promise<Page>;

/** Where the journeys of one test file go: one demonstration and one browser, gone after the file. */
export interface Journeys {
  readonly address: string;
  readonly browser: Browser;
  /**
   * A test in which people use the pages. Fails also on errors of the pages themselves; a failure tells what every
   * window showed.
   */
  readonly journey: (title: string, act: (enter: Enter) => Promise<void>) => void;
}

/** Starts the demonstration and a browser for the tests of this file. */
export async function prepareJourneys(): Promise<Journeys> {
  const opened = new AsyncDisposableStack();
  after(() => opened.disposeAsync());
  const demo = await startDemo();
  opened.defer(() => demo.stop());
  const browser = await openBrowser();
  opened.defer(() => browser.close());
  const { address } = demo;

  const journey: Journeys["journey"] = (title, act) =>
    void test(title, async () => {
      const windows: Window[] = [];
      const enter: Enter = async (name, options) => {
        const window = await openWindow(browser, address, options);
        windows.push(window);
        await logIn(window.page, name);
        return window.page;
      };
      try {
        await act(enter);
        assert.deepEqual(
          windows.flatMap(({ troubles }) => troubles),
          [],
        );
      } catch (error) {
        throw new Error(await describeFailure(error as Error, windows), { cause: error });
      } finally {
        await Promise.all(windows.map((window) => window.close()));
      }
    });
  return { address, browser, journey };
}

async function describeFailure(error: Error, windows: readonly Window[]): Promise<string> {
  const views = windows.map(async ({ page, troubles }) => {
    const shown = await page
      .locator("main")
      .ariaSnapshot()
      .catch(() => "(the window is gone)");
    return [`--- ${page.url()}`, ...troubles, ...shown.split("\n").slice(0, LINES_TOLD)].join("\n");
  });
  return [error.message, ...(await Promise.all(views))].join("\n");
}
