import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // Some tests are many calls, and other packages' tests share the machine.
    testTimeout: 30_000,
  },
});
