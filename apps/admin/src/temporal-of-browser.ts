/**
 * Temporal for browsers, in place of the polyfill (next.config.ts): those that have it load nothing, the others load the
 * polyfill beside the page.
 */
type Polyfill = typeof import("temporal-polyfill/implementation");

const own = (globalThis as { Temporal?: Polyfill["Temporal"] }).Temporal;

export const Temporal: Polyfill["Temporal"] =
  own ?? (await import("temporal-polyfill/implementation")).Temporal;
