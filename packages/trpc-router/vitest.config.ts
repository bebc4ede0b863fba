import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A module is loaded once a worker, not once a file: most of the time went into that.
    isolate: false,
    // Properties ask a database hundreds of times, on a machine that may be busy with other tests.
    testTimeout: 60_000,
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
  },
});
