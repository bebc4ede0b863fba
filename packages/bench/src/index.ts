export { BenchUsageError, benchCommand } from "./command.ts";
