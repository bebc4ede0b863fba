import { serverVariables, startTestServer } from "./test-server.ts";

/** Vitest's globalSetup: a server for the run, unless the whole test command has started one already. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[serverVariables.superuser]) return undefined;
  const { env, stop } = await startTestServer();
  Object.assign(process.env, env); // the workers inherit it
  return stop;
}
