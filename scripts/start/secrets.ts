import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { StartError } from "./start-error.ts";

const schema = z.object({
  /** Signs sessions: who loses it signs everybody out. */
  session: z.string().min(32),
  /** Password of the owner of the embedded database. */
  databaseOwner: z.string().min(32),
});

export type Secrets = z.infer<typeof schema>;

/** The secrets of this installation, made on the first call; a file only its owner can read. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, "secrets.json");
  const draft = `${file}.${process.pid}`;
  const random = () => randomBytes(32).toString("base64url");
  const made: Secrets = { session: random(), databaseOwner: random() };
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await link(draft, file).catch(() => {});
  await rm(draft, { force: true });
  const secrets = secretsIn(await readFile(file, "utf8"));
  if (secrets) return secrets;
  throw new StartError(
    `${file} does not hold the secrets of this installation. Restore it, or remove it: then everybody has to sign in again, and second factors have to be set up anew.`,
  );
}

/** The secrets of a file's text; null where it holds none. */
export function secretsIn(text: string): Secrets | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
