import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { verifyPassword as verifyFormerHash } from "better-auth/crypto";
import { openTurns } from "./turns.ts";

/** Argon2id as OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;

/** Two at once: the threads of Node are four, and files and names are looked up on them too. */
export const hashTurns = openTurns({ atOnce: 2, longestQueue: 100 });

const presentHead = headOf(cost);
const derive = promisify(argon2);

/** As a PHC text, which names its own cost. Takes some 50 ms and 19 MiB on purpose: never within a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltBytes);
  const hash = await argon2id(password, { nonce, ...cost, tagLength: hashBytes });
  return `${presentHead}${base64(nonce)}$${base64(hash)}`;
}

/** Whether the password is the one of the hash, be it ours or one of before (better-auth's scrypt). */
export async function isPasswordOf(stored: string, password: string): Promise<boolean> {
  if (!stored.startsWith("$argon2id$"))
    return hashTurns.take(() => verifyFormerHash({ hash: stored, password: password.normalize("NFKC") }));
  const parts =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
      stored,
    );
  if (!parts) throw new Error("A stored password is of no known kind.");
  const [, memory, passes, parallelism, salt = "", hash = ""] = parts;
  const expected = Buffer.from(hash, "base64");
  const actual = await argon2id(password, {
    nonce: Buffer.from(salt, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** Whether the password should be hashed anew when it is next known. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(presentHead);

function headOf({ memory, passes, parallelism }: typeof cost): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`;
}

const argon2id = (password: string, parameters: Omit<Argon2Parameters, "message">): Promise<Buffer> =>
  hashTurns.take(() => derive("argon2id", { message: password.normalize("NFKC"), ...parameters }));

const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");
