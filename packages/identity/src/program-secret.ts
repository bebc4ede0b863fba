import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What is kept so that only the program can read it, with keys of its secret: one for each purpose. */
export type ProgramSecret = {
  /** AES-256-GCM; `owner` must be the same to open it again. */
  seal(bytes: Uint8Array, owner: string): string;
  /** Throws where it was altered, is another owner's, or was sealed with another secret. */
  open(sealed: string, owner: string): Buffer;
  /** HMAC-SHA-256 of a text that has too few possibilities for a plain hash. */
  fingerprint(text: string): string;
};

const ivBytes = 12;
const tagBytes = 16;

export function programSecret(secret: string): ProgramSecret {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "vehicle-contracts", purpose, 32));
  const sealKey = keyFor("second factor");
  const fingerprintKey = keyFor("fingerprint");
  return {
    seal(bytes, owner) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(sealed, owner) {
      const all = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealKey, all.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()]);
    },
    fingerprint: (text) => createHmac("sha256", fingerprintKey).update(text).digest("base64url"),
  };
}
