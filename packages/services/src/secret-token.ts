import { createHash, randomBytes } from "node:crypto";

/** What is stored of a secret that its holder shows again: SHA-256, hexadecimal. It suffices, since the secret is random. */
export const hashSecretToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A new secret of 256 random bits, base64url, and the hash to store. */
export function newSecretToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashSecretToken(token) };
}
