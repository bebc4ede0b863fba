import type { Page } from "@playwright/test";
import type { Party } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { aCustomer, aFamilyName } from "./a-customer.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const read = async (call: Call, partyId: string) => (await call("parties.get", { partyId })) as Party;
const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const dialogOf = (page: Page) =>
  page.getByRole("dialog", { name: "This customer changed while you were editing" });

/** The scripts of the app; those with the model's schemas, told by what a schema says, come after the page. */
const scripts = "**/_next/static/chunks/*.js";
const hasSchemas = (script: string) => script.includes("Must be an id: a UUID");

/** What the browser sends to a procedure from now on. */
function sentTo(page: Page, procedure: string): unknown[] {
  const sent: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().includes(procedure)) sent.push(Object.values(request.postDataJSON())[0]);
  });
  return sent;
}

test("a person is added with address, consent and how it was given", async ({ page, as, call }) => {
  await as("advisor");
  const name = aFamilyName();
  await page.goto("/customers");
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/customers\/new$/);
  await expect(field(page, "Given name")).toBeFocused();
  await page.keyboard.type("Zebedee");
  await field(page, "Family name").fill(name);
  await field(page, "E-mail").fill(`${name}@example.com`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await page.getByRole("button", { name: "Address", exact: true }).click();
  await expect(field(page, "Street")).toBeFocused();
  await page.keyboard.type("Unit 4\n12 Mill Lane");
  await field(page, "Postcode").fill("LS1 4AP");
  await field(page, "Town").fill("Leeds");
  await page.getByRole("checkbox", { name: "E-mail" }).check();
  await page
    .getByRole("combobox", { name: "How it was given" })
    .or(field(page, "How it was given"))
    .first()
    .fill("by telephone");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Zebedee ${name}`);
  const party = await read(call, idIn(page));
  expect(party).toMatchObject({
    email: `${name}@example.com`,
    phone: "+44 1632 960147",
    addresses: [{ lines: ["Unit 4", "12 Mill Lane"], postalCode: "LS1 4AP", city: "Leeds" }],
    consent: { email: true, phone: false, text: false, post: false },
    consentRecord: { email: { source: "by telephone" }, phone: null },
  });
});

test("a company has its name alone, and all faults are said at once, the first focused", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  await page.goto("/customers/new");
  await page.getByRole("radio", { name: "Company" }).click();
  await field(page, "E-mail").fill("fleet at example");
  await page.keyboard.press("Control+Enter");
  await expect(field(page, "Company")).toBeFocused();
  await expect(page.getByText("Enter the company’s name.").first()).toBeVisible();
  await expect(page.getByText("2 fields to put right", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "E-mail", exact: true }).click();
  await expect(field(page, "E-mail")).toBeFocused();
  const name = `${aFamilyName()} Ltd`;
  await field(page, "E-mail").fill("fleet@example.com");
  await field(page, "Company").fill(name);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  expect(await read(call, idIn(page))).toMatchObject({
    kind: "COMPANY",
    companyName: name,
    familyName: null,
  });
});

test("somebody with the same name and e-mail address is told of, and may be added all the same", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const there = await aCustomer(call, { email: `${aFamilyName()}@example.com` });
  await page.goto("/customers/new");
  await field(page, "Given name").fill("zebedee");
  await field(page, "Family name").fill(there.familyName ?? "");
  await field(page, "E-mail").fill((there.email ?? "").toUpperCase());
  await expect(page.getByText("has the same name and e-mail")).toBeVisible();
  await expect(page.getByRole("link", { name: `Open ${there.name} in a new tab` })).toHaveAttribute(
    "href",
    `/customers/${there.partyId}`,
  );
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
  expect(idIn(page)).not.toBe(there.partyId);
});

test("only what differs is sent, and nothing where nothing does", async ({ page, as, call }) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960147", consent: { email: true } });
  const sent = sentTo(page, "parties.update");
  await page.goto(`/customers/${partyId}/edit`);
  await page.getByRole("button", { name: /^Save changes/ }).click();
  await expect(page.getByText("Nothing has changed")).toBeVisible();
  expect(sent).toEqual([]);
  await field(page, "Telephone").fill("");
  await page.getByRole("checkbox", { name: "Post" }).check();
  await page.getByRole("button", { name: /^Save changes/ }).click();
  await expect(page.getByText("Saved as version 2")).toBeVisible();
  expect(sent).toEqual([
    {
      partyId,
      version: 1,
      changes: { phone: null, consent: { email: true, phone: false, text: false, post: true } },
    },
  ]);
});

test("two people change one customer: consent is joined by channel, both addresses stay, what clashes is chosen", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960000", consent: { email: true } });
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await page.getByRole("checkbox", { name: "Post" }).check();
  await page.getByRole("button", { name: "Address", exact: true }).click();
  await field(page, "Street").fill("12 Mill Lane");
  await call("parties.update", {
    partyId,
    version: 1,
    changes: {
      phone: "+44 1632 960222",
      consent: { email: false, text: true },
      addresses: [{ lines: ["7 Harbour Row"], country: "GB" }],
    },
  });
  await page.keyboard.press("Control+Enter");
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("1 field to choose");
  await expect(dialog).toContainText("5 fields joined");
  await expectNoAxeViolation(page);
  await page.keyboard.press("2");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  const joined = await read(call, partyId);
  expect(joined).toMatchObject({
    version: 3,
    phone: "+44 1632 960147",
    consent: { email: false, phone: false, text: true, post: true },
  });
  expect(joined.addresses.map(({ lines }) => lines[0]).toSorted()).toEqual(["12 Mill Lane", "7 Harbour Row"]);
});

test("Escape goes back to editing with all that was typed", async ({ page, as, call }) => {
  await as("advisor");
  const { partyId } = await aCustomer(call);
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await call("parties.update", { partyId, version: 1, changes: { email: "zebedee@example.com" } });
  await page.keyboard.press("Control+Enter");
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(field(page, "Telephone")).toHaveValue("+44 1632 960147");
  expect(await read(call, partyId)).toMatchObject({ version: 2, phone: null });
});

test("what is typed is kept on the device, one is asked before leaving, and nothing is left of it after saving", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { partyId, name } = await aCustomer(call);
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await expect(page.getByText("Draft kept on this device")).toBeVisible();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  await page.goto(`/customers/${partyId}/edit`);
  await expect(field(page, "Telephone")).toHaveValue("+44 1632 960147");
  await expect(page.getByText("Taken up again")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  await page.goto(`/customers/${partyId}/edit`);
  await expect(field(page, "Telephone")).toHaveValue("+44 1632 960147");
  await expect(page.getByText(/Taken up again|Draft kept/)).toHaveCount(0);
});

test("a change shows at once, and is taken back where the server refuses it", async ({ page, as, call }) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960000" });
  await page.goto(`/customers/${partyId}/edit`);
  await page.route("**/api/trpc/parties.update**", (route) => route.abort());
  await field(page, "Telephone").fill("+44 1632 960147");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("No answer came")).toBeVisible();
  await expect(field(page, "Telephone")).toHaveValue("+44 1632 960147");
  await page.unroute("**/api/trpc/parties.update**");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  await expect(page.getByText("Saved as version 2")).toBeVisible();
  await expect(page.getByText("No answer came")).toHaveCount(0);
  expect(await read(call, partyId)).toMatchObject({ version: 2, phone: "+44 1632 960147" });
});

test("without a connection the page stays and says so, and what is saved goes on when it is back", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960000" });
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  // told by the check of the form, which came after the page
  await expect(page.getByText("was +44 1632 960000")).toBeVisible();
  await page.context().setOffline(true);
  const said = page.getByText("What you typed is kept; it goes on when you are back.");
  await expect(said).toBeVisible();
  await page.getByRole("link", { name: "Contracts" }).first().click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/edit$/);
  await page.keyboard.press("Control+Enter");
  await page.context().setOffline(false);
  await expect(said).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  expect(await read(call, partyId)).toMatchObject({ version: 2, phone: "+44 1632 960147" });
});

test("where the check of a form cannot be loaded nothing is sent, nothing typed is lost, and the next try goes on", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960000" });
  const sent = sentTo(page, "parties.update");
  await page.route(scripts, async (route) => {
    const response = await route.fetch();
    await (hasSchemas(await response.text()) ? route.abort() : route.fulfill({ response }));
  });
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Not sent")).toBeVisible();
  await expect(field(page, "Telephone")).toHaveValue("+44 1632 960147");
  await expect(field(page, "Telephone")).toBeFocused();
  expect(sent).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Saved as version 2")).toBeVisible();
  await expect(page.getByText("Not sent")).toHaveCount(0);
  expect(sent).toMatchObject([{ version: 1, changes: { phone: "+44 1632 960147" } }]);
});

test("a draft that is sent before the check has come is sent once, at the version of its day", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { partyId } = await aCustomer(call, { phone: "+44 1632 960000" });
  await page.goto(`/customers/${partyId}/edit`);
  await field(page, "Telephone").fill("+44 1632 960147");
  await expect(page.getByText("Draft kept on this device")).toBeVisible();
  await call("parties.update", { partyId, version: 1, changes: { phone: "+44 1632 960222" } });
  const { promise: isLet, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route(scripts, async (route) => {
    const response = await route.fetch();
    if (hasSchemas(await response.text())) await isLet;
    await route.fulfill({ response });
  });
  const sent = sentTo(page, "parties.update");
  await page.reload();
  await expect(page.getByText("Taken up again")).toBeVisible();
  await expect(page.getByText("Not compared yet.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  letThrough();
  await expect(dialogOf(page)).toContainText("1 field to choose");
  expect(sent).toMatchObject([{ version: 1, changes: { phone: "+44 1632 960147" } }]);
  expect(await read(call, partyId)).toMatchObject({ version: 2, phone: "+44 1632 960222" });
  // what the page fetches ahead may still be on its way
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("from a contract, one who is there already is taken instead of being added again", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const there = await aCustomer(call, { email: `${aFamilyName()}@example.com` });
  await page.goto("/contracts/new");
  await field(page, "Holder").fill("Zebedee Nobody-Yet");
  await page.getByRole("option", { name: /New customer/ }).click();
  const dialog = page.getByRole("dialog", { name: "New customer" });
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(there.email ?? "");
  await dialog.getByRole("button", { name: `Take ${there.name}` }).click();
  await expect(dialog).toBeHidden();
  await expect(field(page, "Holder")).toHaveValue(there.name);
});

for (const width of [1440, 820])
  test(`no axe violation: a new customer with faults, and one being edited; ${width} px`, async ({
    page,
    as,
    call,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    const there = await aCustomer(call, {
      email: `${aFamilyName()}@example.com`,
      addresses: [{ lines: ["12 Mill Lane"], city: "Leeds", country: "GB" }],
      consent: { email: true },
    });
    await page.goto("/customers/new");
    await field(page, "E-mail").fill(there.email ?? "");
    await expect(page.getByText("has the same e-mail")).toBeVisible();
    await page.getByRole("button", { name: "Address", exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await expect(field(page, "Family name")).toBeFocused();
    await expectNoAxeViolation(page);
    await page.goto(`/customers/${there.partyId}/edit`);
    await page.getByRole("checkbox", { name: "Post" }).check();
    await expect(page.getByText("Given now")).toBeVisible();
    await expectNoAxeViolation(page);
  });
