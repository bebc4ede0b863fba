import type { Page } from "@playwright/test";
import type { ApiClientSecret } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { anAddress, storeNamed } from "./a-user.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const clients = "/administration/api-clients";
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const open = (clientId: string) => `${clients}?open=${clientId}`;
/** A name that no other client has. */
const named = (name: string) => `${name} ${anAddress().slice(0, 8)}`;

/** A program for a test alone: an advisor in Leeds that reads contracts. */
async function aClient(call: Call, name: string) {
  const apiClient = {
    ...{ name, role: "advisor", storeIds: [await storeNamed(call, "Leeds")] },
    scopes: ["contracts:read"],
  };
  const made = await call("apiClients.create", { idempotencyKey: anAddress(), apiClient });
  const { apiClient: client, clientSecret } = made as ApiClientSecret; // docs/wire.md
  return { ...client, clientSecret: clientSecret ?? "" };
}

/** What the API answers a program: 0 where its secret is good for no token. */
async function statusFor(apiUrl: string, credentials: { clientId: string; clientSecret: string }) {
  const form = new URLSearchParams({
    ...{ grant_type: "client_credentials", client_id: credentials.clientId },
    client_secret: credentials.clientSecret,
  });
  const answer = await fetch(`${apiUrl}/oauth/token`, { method: "POST", body: form });
  if (!answer.ok) return 0;
  const { access_token: token } = (await answer.json()) as { access_token: string }; // RFC 6749
  const list = await fetch(`${apiUrl}/trpc/contracts.list`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return list.status;
}

test("a program is made by keys alone, its secret shown once, and good at the API", async ({
  page,
  as,
  demo,
}) => {
  await as("administrator");
  await page.goto(clients);
  await expect(page.getByRole("navigation").getByRole("link", { name: "API clients" })).toBeVisible();
  await page.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("c");
  const name = named("Workshop planner");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Type the name.")).toBeVisible();
  // At once: the form leads to the first field at fault a moment later, which no hand is faster than.
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Grant at least one store, or all stores.")).toBeVisible();
  await page.getByRole("checkbox", { name: "All stores" }).press("Space");
  await page.getByRole("checkbox", { name: "Read Customers" }).press("Space");
  await page.keyboard.press("Control+Enter");

  const dialog = page.getByRole("dialog", { name: `${name} is ready` });
  await expect(dialog.getByRole("button", { name: "Copy", exact: true })).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.keyboard.press("Escape");
  const clientId = await dialog.getByLabel("Client id").first().inputValue();
  const clientSecret = await dialog.getByLabel("Client secret").inputValue();
  expect(await statusFor(demo.apiUrl, { clientId, clientSecret })).toBe(200);
  await dialog.getByRole("checkbox", { name: "I have stored the secret" }).press("Space");
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "New client" })).toBeFocused();
  await expect(row(page, name)).toContainText("Reads contracts, vehicles, customers");
  await expect(row(page, name)).toContainText("Valid");
  expect(await page.content()).not.toContain(clientSecret);
});

test("a new secret leaves the one before good for as long as is chosen; at once by default", async ({
  page,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const name = named("Kiosk");
  const client = await aClient(call, name);
  await page.goto(open(client.clientId));
  const rotate = async (until?: string) => {
    await page.getByRole("button", { name: "New secret…" }).click();
    const question = page.getByRole("dialog", { name: `A new secret for ${name}` });
    await expect(question.getByRole("radio", { name: "At once" })).toBeChecked();
    if (until) await question.getByRole("radio", { name: until }).check();
    await question.getByRole("button", { name: "Make new secret" }).click();
    const dialog = page.getByRole("dialog", { name: `${name} has a new secret` });
    const clientSecret = await dialog.getByLabel("Client secret").inputValue();
    await dialog.getByRole("checkbox", { name: "I have stored the secret" }).check();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    return { ...client, clientSecret };
  };
  const second = await rotate("After a day");
  await expect(row(page, name)).toContainText("Old one ends");
  expect([await statusFor(demo.apiUrl, client), await statusFor(demo.apiUrl, second)]).toEqual([200, 200]);
  const third = await rotate();
  await expect(row(page, name)).toContainText("Valid");
  for (const former of [client, second]) expect(await statusFor(demo.apiUrl, former)).toBe(0);
  expect(await statusFor(demo.apiUrl, third)).toBe(200);
});

test("what a program may do is changed beside the list, and revoked for good once its name is typed", async ({
  page,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const name = named("Price compare");
  const client = await aClient(call, name);
  await page.goto(open(client.clientId));
  await page.getByRole("checkbox", { name: "Read Contracts" }).uncheck();
  await page.getByRole("checkbox", { name: "Write Vehicles" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${name} is saved`)).toBeVisible();
  await expect(row(page, name)).toContainText("Writes vehicles");
  expect(await statusFor(demo.apiUrl, client)).toBe(403);

  await page.getByRole("button", { name: "Revoke…" }).click();
  const question = page.getByRole("dialog", { name: `Revoke ${name}?` });
  await expect(question.getByRole("button", { name: "Revoke for good" })).toBeDisabled();
  await question.getByRole("textbox").fill(name);
  await question.getByRole("button", { name: "Revoke for good" }).click();
  await expect(row(page, name)).toContainText("Revoked");
  await expect(page.getByText("For good: what it did stays in the history.")).toBeVisible();
  expect(await statusFor(demo.apiUrl, client)).toBe(0);
});

test("an advisor is told who can grant it; what does not load says so, and what matches nothing too", async ({
  page,
  as,
}) => {
  await as("advisor");
  expect((await page.goto(clients))?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not open to you");
  await expect(page.getByRole("link", { name: "API clients" })).toHaveCount(0);
  await as("administrator");
  await page.goto(`${clients}?q=nothing+at+all`);
  await expect(page.getByRole("heading", { name: "No API client matches “nothing at all”" })).toBeVisible();
  await page.route("**/api/trpc/apiClients.list**", (route) => route.abort());
  await page.getByRole("button", { name: "Show all API clients" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await page.unroute("**/api/trpc/apiClients.list**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
])
  test(`at ${viewport.width} list, sheet and secret hold for everybody`, async ({ page, as, call }) => {
    await page.setViewportSize(viewport);
    await as("administrator");
    const name = named("Axel");
    const { clientId } = await aClient(call, name);
    await page.goto(open(clientId));
    await expect(page.getByRole("button", { name: "New secret…" })).toBeVisible();
    await expectNoAxeViolation(page);
    await page.getByRole("button", { name: "New secret…" }).click();
    const question = page.getByRole("dialog", { name: `A new secret for ${name}` });
    await expect(question).toBeVisible();
    if (viewport.width === 1440) await expectNoAxeViolation(page, "[role=dialog]");
    await question.getByRole("button", { name: "Make new secret" }).click();
    await expect(page.getByRole("dialog", { name: `${name} has a new secret` })).toBeVisible();
    await expectNoAxeViolation(page, "[role=dialog]");
  });
