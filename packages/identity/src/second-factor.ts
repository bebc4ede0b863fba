import { randomBytes, randomInt } from "node:crypto";
import { recoveryCode, secondFactor } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { ServiceError } from "@vehicle-contracts/services";
import { and, count, eq, isNotNull, isNull, lt } from "drizzle-orm";
import encodeQR from "qr";
import { type Clock, instantAt } from "./clock.ts";
import type { ProgramSecret } from "./program-secret.ts";
import { noteOwn } from "./sign-in-events.ts";
import { base32, otpauthUri, stepOfCode } from "./totp.ts";

type Doors = { signIn: SignInDatabase; clock: Clock; secret: ProgramSecret };

/** What somebody shows besides the password: what the authenticator app says, or a recovery code. */
export type Proof = { code: string } | { recoveryCode: string };

/** `none`: there is no second factor; `asked`: there is, and nothing was shown. */
export type ProofVerdict = "none" | "asked" | "good" | "wrong";

/** What an authenticator app is given, once: by its picture, by hand, or by a link. */
export type SecondFactorSetUp = {
  /** Base32, in groups of four for whoever types it. */
  secret: string;
  uri: string;
  /** The QR code of the URI: the outline of its dark squares as the path of a picture `size` wide and high. */
  qr: { size: number; path: string };
};

/** 160 bits, as RFC 4226 recommends. */
const secretBytes = 20;
const recoveryCodes = 10;
/** No letters or figures that look alike: 10 of these are 48 bits. */
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** Judges what was shown, and uses it up: no code is taken twice, not even of two that show it at once. */
export async function judgeProof(
  { signIn, clock, secret }: Doors,
  userId: string,
  proof: Proof | null,
): Promise<ProofVerdict> {
  const [factor] = await signIn
    .select({ secret: secondFactor.secret })
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt)));
  if (!factor) return "none";
  if (!proof) return "asked";
  if ("recoveryCode" in proof)
    return (await takeRecoveryCode({ signIn, clock, secret }, userId, proof.recoveryCode)) ? "good" : "wrong";
  const step = stepOfCode(secret.open(factor.secret, userId), plainCode(proof.code), clock());
  return step !== null && (await takeStep(signIn, userId, step)) ? "good" : "wrong";
}

async function takeStep(
  signIn: Pick<SignInDatabase, "update">,
  userId: string,
  step: number,
): Promise<boolean> {
  const taken = await signIn
    .update(secondFactor)
    .set({ lastStep: step })
    .where(and(eq(secondFactor.userId, userId), lt(secondFactor.lastStep, step)))
    .returning({ userId: secondFactor.userId });
  return taken.length > 0;
}

async function takeRecoveryCode({ signIn, clock, secret }: Doors, userId: string, typed: string) {
  const at = instantAt(clock());
  return signIn.transaction(async (tx) => {
    const taken = await tx
      .update(recoveryCode)
      .set({ usedAt: at })
      .where(
        and(
          eq(recoveryCode.userId, userId),
          eq(recoveryCode.codeHash, codeHash(secret, userId, typed)),
          isNull(recoveryCode.usedAt),
        ),
      )
      .returning({ userId: recoveryCode.userId });
    if (taken.length > 0) await noteOwn(tx, { userId, what: "RECOVERY_CODE_USED", at });
    return taken.length > 0;
  });
}

/** Since when a second factor is asked for, and how many recovery codes are left; null where none is. */
export async function secondFactorOf(
  signIn: SignInDatabase,
  userId: string,
): Promise<{ since: string; recoveryCodesLeft: number } | null> {
  const [factor] = await signIn
    .select({ since: secondFactor.confirmedAt })
    .from(secondFactor)
    .where(eq(secondFactor.userId, userId));
  if (!factor?.since) return null;
  const [left] = await signIn
    .select({ count: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));
  return { since: factor.since, recoveryCodesLeft: left?.count ?? 0 };
}

/** A new secret for an authenticator app; a former one that was never confirmed is void. Throws FORBIDDEN where one is in use. */
export async function beginSecondFactor(
  { signIn, clock, secret }: Doors,
  user: { id: string; email: string },
): Promise<SecondFactorSetUp> {
  const bytes = randomBytes(secretBytes);
  const fresh = { secret: secret.seal(bytes, user.id), lastStep: 0, createdAt: instantAt(clock()) };
  const begun = await signIn
    .insert(secondFactor)
    .values({ userId: user.id, ...fresh })
    .onConflictDoUpdate({
      target: secondFactor.userId,
      set: fresh,
      setWhere: isNull(secondFactor.confirmedAt),
    })
    .returning({ userId: secondFactor.userId });
  if (begun.length === 0) throw inUse();
  const text = base32(bytes);
  const uri = otpauthUri({ issuer: "Vehicle Contracts", account: user.email, secret: text });
  return { secret: (text.match(/.{4}/g) ?? []).join(" "), uri, qr: qrOf(uri) };
}

/** From now on the app's codes are asked for. Answers the recovery codes, this once. Throws INVALID (the code), FORBIDDEN. */
export async function confirmSecondFactor(
  { signIn, clock, secret }: Doors,
  userId: string,
  code: string,
  also: (tx: SignInDatabase) => Promise<unknown>,
): Promise<readonly string[]> {
  const [begun] = await signIn
    .select({ secret: secondFactor.secret, confirmedAt: secondFactor.confirmedAt })
    .from(secondFactor)
    .where(eq(secondFactor.userId, userId));
  if (begun?.confirmedAt) throw inUse();
  const now = clock();
  const step = begun ? stepOfCode(secret.open(begun.secret, userId), plainCode(code), now) : null;
  if (step === null)
    throw fieldFault(
      "code",
      "This is not the code that the app shows now. Wait for the next one, and look whether the device's clock is right.",
    );
  const codes = newRecoveryCodes();
  await signIn.transaction(async (tx) => {
    const confirmed = await tx
      .update(secondFactor)
      .set({ confirmedAt: instantAt(now), lastStep: step })
      .where(
        and(
          eq(secondFactor.userId, userId),
          isNull(secondFactor.confirmedAt),
          eq(secondFactor.secret, begun?.secret ?? ""),
        ),
      )
      .returning({ userId: secondFactor.userId });
    if (confirmed.length === 0) throw inUse();
    await keepRecoveryCodes(tx, secret, userId, codes);
    await noteOwn(tx, { userId, what: "SECOND_FACTOR_ON", at: instantAt(now) });
    await also(tx);
  });
  return codes;
}

/** New recovery codes; the former ones are void. Answers them this once. Throws FORBIDDEN without a second factor. */
export async function renewRecoveryCodes(
  { signIn, clock, secret }: Doors,
  userId: string,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await signIn.transaction(async (tx) => {
    const [factor] = await tx
      .select({ userId: secondFactor.userId })
      .from(secondFactor)
      .where(and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt)))
      .for("update");
    if (!factor)
      throw new ServiceError({ code: "FORBIDDEN", message: "There is no second factor. Set one up first." });
    await keepRecoveryCodes(tx, secret, userId, codes);
    await noteOwn(tx, { userId, what: "RECOVERY_CODES_RENEWED", at: instantAt(clock()) });
  });
  return codes;
}

/** The password alone suffices again. */
export async function endSecondFactor(
  { signIn, clock }: Doors,
  userId: string,
  also: (tx: SignInDatabase) => Promise<unknown>,
): Promise<void> {
  await signIn.transaction(async (tx) => {
    await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
    const ended = await tx
      .delete(secondFactor)
      .where(eq(secondFactor.userId, userId))
      .returning({ userId: secondFactor.userId });
    if (ended.length > 0) await noteOwn(tx, { userId, what: "SECOND_FACTOR_OFF", at: instantAt(clock()) });
    await also(tx);
  });
}

async function keepRecoveryCodes(
  tx: Pick<SignInDatabase, "insert" | "delete">,
  secret: ProgramSecret,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ userId, codeHash: codeHash(secret, userId, code) })));
}

function newRecoveryCodes(): string[] {
  const five = () => Array.from({ length: 5 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
  return Array.from({ length: recoveryCodes }, () => `${five()}-${five()}`);
}

/** Capitals, blanks and the dash do not matter to whoever copies a code from paper. */
const codeHash = (secret: ProgramSecret, userId: string, typed: string): string =>
  secret.fingerprint(`recovery code\n${userId}\n${typed.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

const plainCode = (typed: string): string => typed.replace(/\s/g, "");

function qrOf(text: string): SecondFactorSetUp["qr"] {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { size: rows.length, path };
}

const inUse = () =>
  new ServiceError({
    code: "FORBIDDEN",
    message: "A second factor is in use already. Switch it off first to use another device.",
  });

/** INVALID, on one field. */
export const fieldFault = (path: string, message: string): ServiceError =>
  new ServiceError({ code: "INVALID", message, fields: [{ path, code: "NOT_ALLOWED", message }] });
