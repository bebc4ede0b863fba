import { defineConfig } from "vitest/config";

// The machine's own time zone must never show in a date: what has dates is run far west and far east as well.
const dated = ["temporal", "terms", "complete-terms", "renewal", "rule-cases/run"].map(
  (name) => `src/${name}.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      { test: { name: "rules", isolate: false, include: ["src/**/*.test.ts"] } },
      { test: { name: "Los Angeles", include: dated, env: { TZ: "America/Los_Angeles" } } },
      { test: { name: "Kiritimati", include: dated, env: { TZ: "Pacific/Kiritimati" } } },
    ],
  },
});
