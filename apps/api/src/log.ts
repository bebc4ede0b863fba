import { faultOf } from "@vehicle-contracts/trpc-router";
import { type DestinationStream, type Logger, pino } from "pino";

/** The API's log: JSON, a line each, on standard output. Whatever is logged as an error is stripped of its message. */
export function openLog(destination?: DestinationStream, level = "info"): Logger {
  const options = {
    level,
    base: { service: "api" },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: faultOf,
      error: faultOf,
      // Fastify's own lines name these: with address and headers.
      req: () => undefined,
      res: () => undefined,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
