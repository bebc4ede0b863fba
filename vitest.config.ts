import { defineConfig } from "vitest/config";

/** The tests of the scripts; each package has its own run. */
export default defineConfig({
  test: {
    dir: "scripts",
    // A module is loaded once a worker, not once a file: most of the time went into that.
    isolate: false,
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // Commands are run as a user runs them, a process each.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
