import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A module is loaded once a worker, not once a file: most of the time went into that.
    isolate: false,
    globalSetup: ["@vehicle-contracts/database/testing/vitest-setup"],
  },
});
