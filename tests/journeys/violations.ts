import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { DESK, PHONE } from "./open-browser.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const LOOKS = [
  { look: "light, at a desk", colorScheme: "light", viewport: DESK },
  { look: "dark, at a desk", colorScheme: "dark", viewport: DESK },
  { look: "dark, on a phone", colorScheme: "dark", viewport: PHONE },
  { look: "light, on a phone", colorScheme: "light", viewport: PHONE },
] as const;

/**
 * What breaks WCAG 2.2 AA in what a page shows now, in light and dark, at a desk and on a phone, and where a page is
 * wider than its window; one readable line each. The window is left as it was found.
 */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { look, colorScheme, viewport } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    // The pages hold no frames, so that axe need not open a page of its own to gather from them.
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${page.url()} (${look}): ${id}, ${help}: ${target.join(" ")}\n${failureSummary}`);
    const beyond = await page
      .locator("html")
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    if (beyond > 0) found.push(`${page.url()} (${look}): ${beyond} pixels wider than the window`);
  }
  await page.setViewportSize(DESK);
  return found;
}

/** Waits until a page shows what it was opened for. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  while ((await page.locator(".aksel-loader").count()) > 0)
    await page.locator(".aksel-loader").first().waitFor({ state: "detached" });
}
