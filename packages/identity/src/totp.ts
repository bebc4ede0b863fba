import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that a code is shown; the authenticator apps know no other. */
const stepSeconds = 30;
const digits = 6;
/** A code is taken a step before and after its own: clocks differ, and typing takes a while (RFC 6238, 5.2). */
const stepsAside = 1;

/** The time step of a moment in milliseconds since 1970. */
export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / stepSeconds);

/** The code of a time step, by RFC 6238 with HMAC-SHA-1. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step whose code this is, of those that are good at the moment; null where it is none's. */
export function stepOfCode(secret: Uint8Array, code: string, milliseconds: number): number | null {
  const now = stepAt(milliseconds);
  const steps = Array.from({ length: 2 * stepsAside + 1 }, (_, n) => now - stepsAside + n);
  // all are compared, so that the time taken tells none from another
  const found = steps.filter((step) => isSame(codeOf(secret, step), code));
  return found.at(-1) ?? null;
}

const isSame = (one: string, other: string): boolean =>
  one.length === Buffer.byteLength(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, 6, without padding: how authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

/** What the QR code says. Apps show the issuer and the account beside the code. */
export function otpauthUri({
  issuer,
  account,
  secret,
}: {
  issuer: string;
  account: string;
  secret: string;
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({
    secret,
    issuer,
    algorithm: "SHA1",
    digits: String(digits),
    period: String(stepSeconds),
  });
  // apps read a plus as a plus
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}
