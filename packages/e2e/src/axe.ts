import { expect, type Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

const narrow = 1_000;

/** No axe violation in the light, and no contrast too low in the dark: on the page as it is now, or in the part of it that is in use. */
export async function expectNoAxeViolation(page: Page, part = "html"): Promise<void> {
  await expect(page.locator(part).first()).toBeVisible();
  expect(await violations(page, part)).toEqual([]);
  // Colours are the same at either width: they are looked at in the dark at the wider one.
  if ((page.viewportSize()?.width ?? 0) < narrow) return;
  await wear(page, "dark");
  // What a theme changes is colours: the other rules have been asked.
  expect(await violations(page, part, { runOnly: { type: "rule", values: ["color-contrast"] } })).toEqual([]);
  await wear(page, "light");
}

/** The pages have no frames, so axe is at work in the page itself, where it is put once a document. */
async function violations(page: Page, part: string, asked: RunOptions = {}): Promise<string[]> {
  // Rows of a table are alike: the first eight speak for the rest.
  const where = { include: [[part]], exclude: [["tbody tr:nth-child(n+9)"]] };
  const options: RunOptions = { resultTypes: ["violations"], selectors: false, preload: false, ...asked };
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${axe.source}; 0`);
  const found: AxeResults["violations"] = await page.evaluate(
    `axe.run(${JSON.stringify(where)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}
