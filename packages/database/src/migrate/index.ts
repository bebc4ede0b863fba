export { migrate } from "./migrate.ts";
export { DatabaseRefused } from "./refused.ts";
