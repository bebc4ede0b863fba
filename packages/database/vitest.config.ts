import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "./src/testing/vitest-setup.ts",
    // The faults of the driver are played by dozens of processes at once, on whatever machine there is.
    testTimeout: 90_000,
  },
});
