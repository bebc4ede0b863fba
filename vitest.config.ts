import { defineConfig } from "vitest/config";

/** The tests of the scripts; each package has its own run. */
export default defineConfig({
  test: {
    dir: "scripts",
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // Commands are run as a user runs them, a process each.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
