/** 32 hexadecimal figures nobody has used: for requests, and as the idempotency key of a new record. Needs no https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
