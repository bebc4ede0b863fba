export const correlationHeader = "correlation-id";

const wellFormed = /^[\w.:-]{1,100}$/;

/** The caller's own id for a request, if it is a plain word; else a new one. */
export const correlationOf = (headers: Headers): string => {
  const given = headers.get(correlationHeader);
  return given !== null && wellFormed.test(given) ? given : newKey();
};

/** 32 hexadecimal figures nobody has used: for requests, and as the idempotency key of a new record. Needs no https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
