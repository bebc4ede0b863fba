import { defineConfig } from "@playwright/test";
import { variables } from "./src/variables.ts";

const { env } = process;
const libraries = env[variables.browserLibraries];
const fonts = env[variables.browserFonts];

/** The set-up starts the product and names the browser; the workers read this file again and find both named. */
export default defineConfig({
  testDir: "./src",
  testMatch: "**/*.spec.ts",
  globalSetup: "./src/global-setup.ts",
  outputDir: "./test-results",
  // The product, its database and the browser share the machine: with three, pages were left undrawn for seconds.
  workers: 2,
  // Once more where a page was not drawn in time on a busy machine; what passes only the second time is reported as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: env[variables.adminUrl] ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // As for people who ask for it: what slides and fades is drawn many times over, and waited for.
    contextOptions: { reducedMotion: "reduce" },
    // Traces are asked for by --trace: recording slows every test down.
    launchOptions: {
      executablePath: env[variables.browser] ?? "",
      args: ["--no-sandbox"],
      env: {
        ...env,
        ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
        ...(fonts ? { FONTCONFIG_PATH: fonts } : {}),
      },
    },
  },
});
