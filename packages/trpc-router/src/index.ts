export type { Context } from "./context.ts";
export { headersOf, problemOf } from "./problem-of.ts";
export { createCallerFactory } from "./procedures.ts";
export { type AppRouter, appRouter } from "./router.ts";
