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
  return pino(options, destination ?? standardOutput());
}

/**
 * Lines are written together, some at a time: one by one they were a twentieth of what a request costs. What is left is
 * written half a second later, and when the process ends, also by a fault.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: 4_096 });
  setInterval(() => output.flush(), 500).unref();
  return output;
}
