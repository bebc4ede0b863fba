export { apiNodeArguments } from "./api-node-arguments.ts";
export { type ProcessSettings, readProcessSettings } from "./process-settings.ts";
export type { Environment } from "./read-with.ts";
export { readSettings, type Settings } from "./settings.ts";
export { SettingsError } from "./settings-error.ts";
