/**
 * What Node is told when it runs the API. A young generation of at most 8 MB a half, and an old one that is cleaned once it
 * has grown by three tenths: left to themselves they let the process grow to twice its size under load, for nothing that
 * `npx pnpm@12 bench` shows.
 */
export const apiNodeArguments: readonly string[] = ["--max-semi-space-size=8", "--heap-growing-percent=30"];
