import { randomUUID } from "node:crypto";
import {
  type ContractResult,
  CreateContract,
  CreateParty,
  CreateProvider,
  CreateStore,
  CreateVehicle,
  type Invitation,
  InviteUser,
  type Party,
  type Provider,
  RecordHours,
  RecordOdometer,
  type Store,
  UpdateContract,
  type VehicleResult,
} from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { anAddress } from "./a-user.ts";
import { aVin } from "./a-vehicle.ts";
import { expectOnlyText, freeTexts, grown, long, plantedIn, short, watched } from "./planted.ts";
import { plantLife, type Send } from "./planted-life.ts";
import { signIn } from "./sign-in.ts";
import { expect, test } from "./signed-in.ts";

const key = () => ({ idempotencyKey: randomUUID() });
const more = () => randomUUID().slice(0, 8);

/** Texts that only look free to a schema: names of a list, checked by it (a rule set is one that is there), and what the caller alone sees again. */
const shapedElsewhere = /(?:^|\.)(?:idempotencyKey|currency|country|timeZone|vin|refundRuleSet\.code)$/;

/** A register in which every free text is markup, in the group that no other test works in. */
async function plant(call: Call) {
  const planted = new Map<unknown, unknown>();
  const send: Send = async (procedure, schema, input) => {
    if (schema) planted.set(schema, input);
    return call(procedure, input);
  };
  const store = {
    name: `${long} ${more()}`,
    timeZone: "Europe/London",
    country: "GB",
    currency: "GBP",
  } as const;
  const { store: made } = (await send("stores.create", CreateStore, {
    ...key(),
    store: { ...store, distanceUnit: "MI", vinPolicy: "warn", system: "NATIVE" },
  })) as { store: Store };
  const { storeId } = made;
  const { provider } = (await send("providers.create", CreateProvider, {
    ...key(),
    provider: { name: `${long} ${more()}`, kind: "INSURER" },
  })) as { provider: Provider };
  const { user, path } = (await send("users.invite", InviteUser, {
    name: long,
    email: anAddress(),
    role: "advisor",
    storeIds: [storeId],
  })) as Invitation;
  const { party } = (await send("parties.create", CreateParty, {
    ...key(),
    party: {
      ...{ kind: "PERSON", givenName: long, familyName: `${long} ${more()}`, companyName: long },
      email: `planted.${more()}@example.com`,
      phone: "+44 1632 960147",
      addresses: [{ lines: [long, short], postalCode: short, city: long, country: "GB" }],
      consent: { email: true, post: false },
    },
    consentSource: long,
  })) as { party: Party };
  const { vehicle } = (await send("vehicles.create", CreateVehicle, {
    ...key(),
    storeId,
    vehicle: {
      ...{ vin: aVin(), licensePlate: `${short}${more().slice(0, 5)}`, engineNumber: short },
      ...{ make: long, model: long, variant: long, fuel: short, modelYear: 2023 },
    },
  })) as VehicleResult;
  const { vehicleId } = vehicle;
  const reading = { vehicleId, date: "2024-01-31", source: short };
  await send("vehicles.recordOdometer", RecordOdometer, {
    ...reading,
    odometer: { value: 4_000, unit: "MI" },
  });
  await send("vehicles.recordHours", RecordHours, { ...reading, hours: 40 });
  const covered = { treatment: "COVERED", partsPercent: 100, labourPercent: 100 } as const;
  const terms = {
    contractNumber: `${short} ${more()}`,
    description: long,
    notes: `${long}\n<svg onload=planted=1>\n[planted](javascript:planted=1)`,
    plan: { code: short, version: 1 },
    coverage: [{ code: short, description: long, ...covered }],
    allowances: [{ code: short, description: long, quantity: 1 }],
    origin: { externalReferences: [{ system: short, id: `${short} ${more()}` }] },
  };
  const { contract } = (await send("contracts.create", CreateContract, {
    ...key(),
    contract: {
      ...{ storeId, vehicleId, type: "SERVICE_PLAN", providerId: provider.providerId },
      ...{ status: "ACTIVE", parties: [{ role: "HOLDER", partyId: party.partyId }] },
      ...{ startDate: "2024-01-01", endDate: "2030-12-31" },
      ...{ distance: { kind: "unlimited" }, price: { grossMinor: 40_000, taxRate: "20", currency: "GBP" } },
      ...terms,
    },
  })) as ContractResult;
  const { contractId } = contract;
  await send("contracts.update", UpdateContract, {
    contractId,
    version: 1,
    correction: { reason: long },
    changes: {
      ...terms,
      ...{ contractNumber: `${short} ${more()}`, description: `${long} 2`, notes: `${long} 2` },
      coverage: [{ code: `${short}2`, description: long, ...covered }],
      allowances: [{ code: `${short}2`, description: long, quantity: 2 }],
      origin: { externalReferences: [{ system: short, id: `${short} ${more()}` }] },
    },
  });
  const service = `${short}2`;
  const life = await plantLife(send, { contractId, version: 2, service }, provider.providerId);
  const { contract: draft } = (await call("contracts.create", {
    ...key(),
    contract: { storeId, vehicleId, type: "GOODWILL", notes: long },
  })) as ContractResult;
  return {
    planted,
    ...{ ids: { contractId, vehicleId, storeId, draftId: draft.contractId, link: path }, life },
    ...{ partyId: party.partyId, providerId: provider.providerId, userId: user.userId },
  };
}

test("markup in any text of the register is text on every page, in history and dialogs, by day and by night, and no page offends its policy", async ({
  page,
  context,
  demo,
  call,
}) => {
  test.setTimeout(180_000);
  const administrator = demo.otherUsers.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("The other demo group has no administrator.");
  await context.addCookies(await signIn(demo.adminUrl, administrator));
  const { planted, ids, life, partyId, providerId, userId } = await plant(call);
  for (const [schema, input] of planted) {
    const free = freeTexts(schema as Parameters<typeof freeTexts>[0]); // `plant` puts schemas there
    expect(plantedIn(input)).toEqual(expect.arrayContaining(free.filter((at) => !shapedElsewhere.test(at))));
  }

  const complaints = await watched(page);
  const visit = async (address: string) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectOnlyText(page);
    await page.emulateMedia({ colorScheme: "light" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
  };
  const { contractId, vehicleId, storeId, draftId } = ids;
  const sought = encodeURIComponent(long);
  for (const address of [
    "/contracts",
    `/contracts?q=${sought}`,
    `/contracts?provider=${providerId}`,
    `/contracts?holder=${partyId}`,
    `/contracts?store=${storeId}`,
    `/contracts/${contractId}`,
    `/contracts/${contractId}/edit`,
    `/contracts/new?vehicleId=${vehicleId}`,
    `/vehicles?q=planted`,
    `/vehicles/${vehicleId}`,
    `/vehicles/${vehicleId}/edit`,
    `/vehicles/new?sought=${sought}`,
    `/customers?q=${sought}`,
    `/customers/${partyId}`,
    `/customers/${partyId}/edit`,
    `/customers/new?sought=${sought}`,
    `/providers?open=${providerId}`,
    "/plans",
    `/plans/${encodeURIComponent(life.planCode)}`,
    `/plans/${encodeURIComponent(life.planCode)}/edit`,
    "/rule-sets",
    `/rule-sets/${encodeURIComponent(life.ruleSetCode)}`,
    `/administration/stores?open=${storeId}`,
    `/administration/users?open=${userId}`,
  ])
    await visit(address);

  // what opens above a page
  await visit(`/contracts/${draftId}`);
  await page.getByRole("button", { name: "Sell…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectOnlyText(page);
  await visit(`/vehicles/${vehicleId}`);
  await page
    .getByRole("button", { name: /^Record/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectOnlyText(page);
  await visit(`/contracts/${contractId}/edit`);
  await page.getByRole("textbox", { name: "Notes" }).fill(`${long} mine`);
  await call("contracts.update", { contractId, version: life.version, changes: { notes: `${long} theirs` } });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toContainText("theirs");
  await expectOnlyText(page);
  await visit(`/administration/users?open=${userId}`);
  await page
    .getByRole("button", { name: /new link/i })
    .first()
    .click();
  await expect(page.getByRole("dialog").last()).toBeVisible();
  await expectOnlyText(page);
  // the browser itself notes an answer that is a conflict
  expect(complaints.filter((text) => !text.includes("status of 409"))).toEqual([]);

  // a page that says no is guarded as well; the browser itself notes its 403 and 404
  for (const address of [`/contracts/${sought}`, `/${sought}?planted=1`, "/%E0%A4%A"]) {
    await page.goto(address);
    expect(await grown(page)).toEqual([]);
  }
  expect(complaints.filter((text) => !/status of 40[0-9]/.test(text))).toEqual([]);

  // were the markup ever an element, this test would see it, and the policy would not let it run
  await visit("/contracts");
  const element = JSON.stringify(`${long}<a href=javascript:planted=1>`);
  await page.evaluate(`document.body.insertAdjacentHTML("beforeend", ${element})`);
  await expect
    .poll(() => complaints.filter((text) => text.startsWith("policy: script-src-attr")))
    .not.toEqual([]);
  expect(await grown(page)).toHaveLength(2);
});
