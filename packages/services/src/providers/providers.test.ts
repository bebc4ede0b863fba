import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { aClock, aDealerGroup, aProvider, refusalOf } from "../testing/index.ts";
import { createProvider } from "./create.ts";
import { getProvider } from "./get.ts";
import { listProviders } from "./list.ts";
import { updateProvider } from "./update.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type Changes = Parameters<typeof updateProvider>[2]["changes"];
const update = ({ providerId, version }: { providerId: string; version: number }, changes: Changes) =>
  group.change(updateProvider, { providerId, version, changes }, group.administrator);

test("a provider has a name and a kind, and a change touches what is given", async () => {
  const before = await aProvider(group, { name: "Nordlicht Garantie", kind: "INSURER" });
  expect(before).toEqual({
    providerId: expect.any(String),
    version: 1,
    name: "Nordlicht Garantie",
    kind: "INSURER",
  });
  const { provider } = await update(before, { kind: "ADMINISTRATOR" });
  expect(provider).toEqual({ ...before, kind: "ADMINISTRATOR", version: 2 });
  expect(await group.ask(getProvider, { providerId: before.providerId }, group.viewer)).toEqual(provider);
  expect((await update(provider, { name: "Nordlicht Garantie" })).provider).toEqual(provider);
});

test("two providers do not differ by case, accents or blanks alone; a stranger's may have the name", async () => {
  const first = await aProvider(group, { name: "Müller Versicherung" });
  for (const name of ["müller versicherung", "MUELLER  VERSICHERUNG", "Müller-Versicherung"])
    expect(await refusalOf(aProvider(group, { name })), name).toMatchObject({
      code: "DUPLICATE",
      existingId: first.providerId,
      fields: [{ path: "name", code: "DUPLICATE" }],
    });
  expect(await aProvider(stranger, { name: "Müller Versicherung" })).toMatchObject({ version: 1 });
  const other = await aProvider(group);
  expect(await refusalOf(update(other, { name: "Müller Versicherung" }))).toMatchObject({
    code: "DUPLICATE",
    existingId: first.providerId,
  });
  expect((await update(first, { name: "MÜLLER Versicherung" })).provider).toMatchObject({ version: 2 });
});

test("providers are found by any part of the name, and by kind", async () => {
  const dealers = await aDealerGroup(database, "Ostwind Motors");
  await aProvider(dealers, { name: "Kestrel Assist", kind: "ADMINISTRATOR" });
  await aProvider(dealers, { name: "Kestrel Cover", kind: "INSURER" });
  await aProvider(dealers, { name: "Ostwind", kind: "DEALER" });
  const found = async (input: Parameters<typeof listProviders>[2]) =>
    (await dealers.ask(listProviders, input)).items.map(({ name }) => name);
  expect(await found({ search: "estrel" })).toEqual(["Kestrel Assist", "Kestrel Cover"]);
  expect(await found({ filter: { kind: ["DEALER", "INSURER"] } })).toEqual(["Kestrel Cover", "Ostwind"]);
  expect(await found({ search: "kestrel", filter: { kind: ["DEALER"] } })).toEqual([]);
  const { nextCursor: cursor } = await dealers.ask(listProviders, { limit: 1 });
  expect(await found({ limit: 1, cursor })).toEqual(["Kestrel Cover"]);
  expect(await refusalOf(found({ cursor, filter: { kind: ["DEALER"] } }))).toMatchObject({ code: "INVALID" });
});

test("two of one name made at once are one", async () => {
  const calls = await Promise.allSettled([1, 2].map(() => aProvider(group, { name: "Zwilling" })));
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a change of what has changed meanwhile is refused with the current provider", async () => {
  const before = await aProvider(group);
  await update(before, { kind: "DEALER" });
  expect(await refusalOf(update(before, { kind: "IMPORTER" }))).toMatchObject({
    code: "STALE_VERSION",
    current: { providerId: before.providerId, version: 2, kind: "DEALER" },
  });
});

test("providers are an administrator's, and are not there for a stranger", async () => {
  const { providerId } = await aProvider(group);
  const input = { idempotencyKey: newId(), provider: { name: "Mine", kind: "DEALER" as const } };
  expect(await refusalOf(group.change(createProvider, input, group.advisor))).toMatchObject({
    code: "FORBIDDEN",
  });
  const change = { providerId, version: 1, changes: { name: "Mine" } };
  expect(await refusalOf(group.change(updateProvider, change, group.advisor))).toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await refusalOf(stranger.ask(getProvider, { providerId }))).toEqual(
    await refusalOf(group.ask(getProvider, { providerId: newId() })),
  );
  expect(await refusalOf(stranger.change(updateProvider, change, stranger.administrator))).toMatchObject({
    code: "NOT_FOUND",
  });
});
