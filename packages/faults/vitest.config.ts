import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // Databases and programs are killed and started here, on a machine that may be busy with other tests.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
