/**
 * What Node is told when it runs the API. A young generation of at most 8 MB a half: left to itself it grows to several
 * times that under load, and the process to twice its size, for nothing that `npx pnpm@12 bench` shows.
 */
export const apiNodeArguments: readonly string[] = ["--max-semi-space-size=8"];
