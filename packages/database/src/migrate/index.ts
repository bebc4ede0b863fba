export { requireKnownSchema } from "./known-schema.ts";
export { migrate } from "./migrate.ts";
export { DatabaseRefused } from "./refused.ts";
