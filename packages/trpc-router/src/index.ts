export type { Context } from "./context.ts";
export { correlationIdOf, currentCorrelationId, underCorrelationId } from "./correlation.ts";
export { headersOf, problemOf } from "./problem-of.ts";
export { createCallerFactory } from "./procedures.ts";
export { type AppRouter, appRouter } from "./router.ts";
