export { answerOf, statusOf } from "./answer-of.ts";
export type { Context } from "./context.ts";
export { correlationIdOf, currentCorrelationId, underCorrelationId } from "./correlation.ts";
export { type Fault, faultOf } from "./fault-of.ts";
export { headersOf, problemOf, tooLarge } from "./problem-of.ts";
export { createCallerFactory } from "./procedures.ts";
export {
  calledProcedures,
  checkRequest,
  existingProcedures,
  largestBatch,
  largestRequest,
} from "./requests.ts";
export { type AppRouter, appRouter } from "./router.ts";
