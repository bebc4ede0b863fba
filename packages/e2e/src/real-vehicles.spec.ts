import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createVehicleContractsClient } from "@vehicle-contracts/client";
import type { Provider } from "@vehicle-contracts/contract-model";
import { aCustomer, aFamilyName } from "./a-customer.ts";
import { expect, test } from "./signed-in.ts";
import { variables } from "./variables.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = path.join(root, "packages/services/src/imports/testing/us-vehicles.csv");

test("real vehicles are imported; a contract is put on one, found, read and changed, in the app and by a program", async ({
  page,
  call,
  demo,
  cookiesOf,
}) => {
  const { otherEnterprise, otherUsers, otherApiClient, apiUrl } = demo;
  const store = otherEnterprise.stores[0];
  const administrator = otherUsers.find(({ role }) => role === "administrator");
  if (!store || !administrator) throw new Error("The other group has no store or no administrator.");

  const words = [file, "--enterprise", otherEnterprise.id, "--store", store.id];
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/import-vehicles.ts", ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: path.dirname(process.env[variables.demoFile] ?? "") },
  });
  expect(stdout).toContain("500 rows");

  await page.context().addCookies(await cookiesOf(administrator));
  const { provider } = (await call("providers.create", {
    idempotencyKey: randomUUID(),
    provider: { name: `Meridian ${aFamilyName()}`, kind: "INSURER" },
  })) as { provider: Provider };
  const { familyName } = await aCustomer(call);

  // the Toyota of the file's first row, by the last six of its VIN
  await page.goto("/vehicles");
  await page.getByRole("searchbox").fill("007763");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/toyota cruiser/i);
  await expect(page.getByText("274,117").first()).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/contracts\/new\?vehicleId=/);

  const choose = async (label: string, option: string) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  await choose("Type", "Extended warranty");
  await choose("Provider", provider.name);
  await choose("Store", store.name);
  const number = `US-${randomUUID().slice(0, 8)}`;
  await field("Contract number").fill(number);
  await field("Term").fill("24");
  await field("Distance limit").fill("24,000");
  await field("Gross, VAT included").fill("1190");
  await field("VAT rate").fill("0");
  await field("Holder").fill(familyName ?? "");
  await page.getByRole("option", { name: `Zebedee ${familyName}` }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  const contractId = page.url().split("/").at(-1) ?? "";

  const client = createVehicleContractsClient({ url: apiUrl, credentials: otherApiClient });
  const { vehicleId } = await client.vehicles.get.query({ vin: "JTEZU11F88K007763" });
  const { items } = await client.contracts.list.query({ vehicleId });
  expect(items).toMatchObject([{ contractId, contractNumber: number, type: "EXTENDED_WARRANTY" }]);
  const read = await client.contracts.get.query({ contractId });
  expect(read.distance).toMatchObject({ endOdometer: { value: 274_117 + 24_000, unit: "MI" } });
  const changes = { description: "Powertrain, 24 months" };
  const { contract } = await client.contracts.update.mutate({ contractId, version: read.version, changes });

  await page.goto("/contracts");
  await page.getByRole("searchbox").fill(number);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  await expect(page.getByText("Powertrain, 24 months").first()).toBeVisible();
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Notes" }).fill("Sold at the desk");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  expect(await client.contracts.get.query({ contractId })).toMatchObject({
    version: contract.version + 1,
    notes: "Sold at the desk",
    description: "Powertrain, 24 months",
  });
});
