import { knownAddress, knownDevice, user } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { hashSecretToken, newSecretToken } from "@vehicle-contracts/services";
import { and, desc, eq, gt, lt, notInArray } from "drizzle-orm";
import { type Clock, instantAt } from "./clock.ts";
import { networkOf } from "./network-of.ts";
import { unknownAddress } from "./peer-address.ts";
import type { ProgramSecret } from "./program-secret.ts";

type Doors = { signIn: SignInDatabase; clock: Clock; secret: ProgramSecret; isSecure: boolean };

const day = 24 * 3_600_000;
/** Browsers keep no cookie for longer. */
const deviceDays = 400;
const addressDays = 90;
/** A script without a memory for cookies is a new device each time: no more than these are kept of a user. */
const devicesKept = 20;

const nameOf = (isSecure: boolean) => `${isSecure ? "__Secure-" : ""}vehicle-contracts.device`;
const shape = /^[\w-]{43}$/;

/** The random text by which a browser is known again; null where it shows none. */
function deviceOf(headers: Headers, isSecure: boolean): string | null {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  const shown = pairs.find(([name]) => name === nameOf(isSecure))?.[1];
  return shown !== undefined && shape.test(shown) ? shown : null;
}

/** Whether the account was signed in to with this browser before, and whether anybody was from this network. */
export async function recognise(
  { signIn, clock, secret, isSecure }: Doors,
  { account, address, headers }: { account: string; address: string; headers: Headers },
): Promise<{ knownDevice: string | null; isKnownAddress: boolean }> {
  const device = deviceOf(headers, isSecure);
  const deviceHash = device === null ? null : hashSecretToken(device);
  const [devices, addresses] = await Promise.all([
    deviceHash === null
      ? []
      : signIn
          .select({ userId: user.id })
          .from(knownDevice)
          .innerJoin(user, eq(user.id, knownDevice.userId))
          .where(and(eq(knownDevice.deviceHash, deviceHash), eq(user.email, account.trim().toLowerCase()))),
    signIn
      .select({ seenAt: knownAddress.seenAt })
      .from(knownAddress)
      .where(
        and(
          eq(knownAddress.addressHash, secret.fingerprint(networkOf(address))),
          gt(knownAddress.seenAt, instantAt(clock() - addressDays * day)),
        ),
      ),
  ]);
  return { knownDevice: devices.length > 0 ? deviceHash : null, isKnownAddress: addresses.length > 0 };
}

/** The user proved who they are here: notes browser and network. Answers the cookie by which the browser is known. */
export async function remember(
  { signIn, clock, secret, isSecure }: Doors,
  { userId, address, headers }: { userId: string; address: string; headers: Headers },
): Promise<string> {
  const device = deviceOf(headers, isSecure) ?? newSecretToken().token;
  const now = clock();
  const seenAt = instantAt(now);
  const deviceHash = hashSecretToken(device);
  await signIn
    .insert(knownDevice)
    .values({ userId, deviceHash, seenAt })
    .onConflictDoUpdate({ target: [knownDevice.userId, knownDevice.deviceHash], set: { seenAt } });
  const latest = signIn
    .select({ deviceHash: knownDevice.deviceHash })
    .from(knownDevice)
    .where(and(eq(knownDevice.userId, userId), gt(knownDevice.seenAt, instantAt(now - deviceDays * day))))
    .orderBy(desc(knownDevice.seenAt))
    .limit(devicesKept);
  await signIn
    .delete(knownDevice)
    .where(and(eq(knownDevice.userId, userId), notInArray(knownDevice.deviceHash, latest)));
  if (address !== unknownAddress)
    await signIn
      .insert(knownAddress)
      .values({ addressHash: secret.fingerprint(networkOf(address)), seenAt })
      .onConflictDoUpdate({ target: knownAddress.addressHash, set: { seenAt } });
  await signIn.delete(knownAddress).where(lt(knownAddress.seenAt, instantAt(now - addressDays * day)));
  const attributes = ["Path=/", `Max-Age=${(deviceDays * day) / 1000}`, "HttpOnly", "SameSite=Lax"];
  return [`${nameOf(isSecure)}=${device}`, ...attributes, ...(isSecure ? ["Secure"] : [])].join("; ");
}
