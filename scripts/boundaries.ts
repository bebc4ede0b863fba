import { fileURLToPath } from "node:url";
import { checkBoundaries } from "./boundaries/check-boundaries.ts";

/** What may be imported where, and the rules of the house that no linter knows. */
const violations = await checkBoundaries(fileURLToPath(new URL("..", import.meta.url)));
for (const { file, message } of violations) console.error(`${file}: ${message}`);
if (violations.length > 0) {
  console.error(`${violations.length} violation${violations.length === 1 ? "" : "s"}`);
  process.exitCode = 1;
}
