import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "@vehicle-contracts/database/testing/vitest-setup",
    // A busy machine is no fault of what is tested.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
