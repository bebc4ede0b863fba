export { EmbeddedError } from "./embedded-error.ts";
export {
  addressOf,
  type DatabaseWanted,
  databaseExists,
  dropDatabase,
  ensureDatabase,
  isWithoutRows,
} from "./ensure-database.ts";
export { runningServer } from "./running-server.ts";
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./start-embedded.ts";
