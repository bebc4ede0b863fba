import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { globalSetup: "@vehicle-contracts/database/testing/vitest-setup" },
});
