import type { ApiClient, Scope } from "@vehicle-contracts/contract-model";

/** The nouns that a program may read and write, as people call them. */
export const nouns = [
  { noun: "contracts", label: "Contracts" },
  { noun: "vehicles", label: "Vehicles" },
  { noun: "parties", label: "Customers" },
  { noun: "providers", label: "Providers" },
  { noun: "stores", label: "Stores" },
  { noun: "refunds", label: "Refunds" },
  { noun: "ruleSets", label: "Refund rule sets" },
  { noun: "settings", label: "Settings" },
  { noun: "plans", label: "Plans" },
  { noun: "users", label: "Users" },
  { noun: "apiClients", label: "API clients" },
] as const;

export const scopeOf = (noun: (typeof nouns)[number]["noun"], kind: "read" | "write"): Scope =>
  `${noun}:${kind}`;

const isEvery = (scopes: readonly Scope[]) =>
  nouns.every(
    ({ noun }) => scopes.includes(scopeOf(noun, "read")) && scopes.includes(scopeOf(noun, "write")),
  );

/** "Everything", or "Writes contracts; reads customers, stores": what the scopes allow, besides role and stores. */
export function scopesWords(scopes: readonly Scope[]): string {
  if (isEvery(scopes)) return "Everything";
  const may = (kind: "read" | "write") => nouns.filter(({ noun }) => scopes.includes(scopeOf(noun, kind)));
  const written = may("write");
  const read = may("read").filter((noun) => !written.includes(noun));
  const list = (of: typeof written) =>
    of.map(({ noun, label }) => (noun === "apiClients" ? label : label.toLowerCase())).join(", ");
  const parts = [
    written.length > 0 && `writes ${list(written)}`,
    read.length > 0 && `reads ${read.length === nouns.length ? "everything" : list(read)}`,
  ].filter((part) => part !== false);
  const words = parts.join("; ");
  return words === "" ? "Nothing" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** How long the former secret may stay good beside a new one. */
export const overlaps = [
  { hours: 0, label: "At once", note: "Tokens in use end too. For a secret that others may know." },
  { hours: 24, label: "After a day", note: "Both secrets are good until then." },
  { hours: 72, label: "After three days", note: "Both secrets are good until then." },
  { hours: 168, label: "After a week", note: "Both secrets are good until then." },
] as const;

/** "5, 1 revoked": how many there are, where all are known. */
export function countWords(clients: readonly Pick<ApiClient, "state">[]): string {
  const revoked = clients.filter(({ state }) => state === "REVOKED").length;
  return revoked > 0 ? `${clients.length}, ${revoked} revoked` : `${clients.length}`;
}
