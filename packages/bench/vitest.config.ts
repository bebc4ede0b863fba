import { defineConfig } from "vitest/config";

// A register is loaded and four servers are started here, on a machine that may be busy with other tests.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } });
