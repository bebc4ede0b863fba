import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // A whole group is loaded and read here, on a machine that may be busy with other tests.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
