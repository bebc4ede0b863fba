import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A module is loaded once a worker, not once a file: most of the time went into that.
    isolate: false,
    globalSetup: ["@vehicle-contracts/database/testing/vitest-setup", "./src/testing/keep-log.ts"],
    // A busy machine is no fault of what is tested.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
