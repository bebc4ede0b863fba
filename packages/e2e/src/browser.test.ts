import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { expect, test } from "vitest";
import { findBrowser, type Surroundings } from "./browser.ts";

function surroundings(system: string, env: Record<string, string>, ...files: string[]): Surroundings {
  return { env: { PATH: "/opt/bin:/usr/bin", ...env }, system, isProgram: (file) => files.includes(file) };
}

test("the browser that is named comes before one that is installed", async () => {
  const both = surroundings("linux-x64", { CHROMIUM_PATH: "/my/chrome" }, "/my/chrome", "/usr/bin/chromium");
  expect((await findBrowser("/scratch", both)).executablePath).toBe("/my/chrome");
});

test("a name that is no program is said, not passed over", async () => {
  const wrong = surroundings("linux-x64", { CHROMIUM_PATH: "/my/chrome" }, "/usr/bin/chromium");
  await expect(findBrowser("/scratch", wrong)).rejects.toThrow(
    'CHROMIUM_PATH is "/my/chrome", which is no program',
  );
});

test.each([
  ["linux-arm64", "/usr/bin/chromium"],
  ["linux-x64", "/opt/bin/google-chrome-stable"],
  ["darwin-arm64", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
])("on %s an installed %s is found", async (system, file) => {
  expect((await findBrowser("/scratch", surroundings(system, {}, file))).executablePath).toBe(file);
});

test("where no browser is installed and none can be unpacked, one sentence says what to do", async () => {
  await expect(findBrowser("/scratch", surroundings("linux-arm64", {}))).rejects.toThrow(
    "No browser was found for linux-arm64; install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
});

test.runIf(process.platform === "linux" && process.arch === "x64")(
  "the browser that comes along runs with its own libraries, and draws text in its own fonts",
  { timeout: 120_000 },
  async () => {
    const scratch = await mkdtemp(path.join(tmpdir(), "browser-"));
    try {
      const { executablePath, env } = await findBrowser(scratch, surroundings("linux-x64", {}));
      const browser = await chromium.launch({ executablePath, env, args: ["--no-sandbox"] });
      const page = await browser.newPage();
      await page.setContent("<label>Without a font of the page’s own <input></label>");
      expect(await page.getByRole("textbox").isVisible()).toBe(true);
      await browser.close();
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
);
