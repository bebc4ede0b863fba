import { defineConfig } from "vitest/config";

/** Files named *.spec.ts are Playwright's. */
export default defineConfig({ test: { include: ["src/**/*.test.ts"] } });
