import { ask, pageRoutes, scriptsOf } from "./first-load.ts";
import { expect, test } from "./signed-in.ts";

/**
 * What the scripts of a page may weigh at its first load, in kB (1000 bytes), as the server sends them to a browser behind TLS
 * or on this machine, which takes Brotli. By plain HTTP across a network browsers take gzip alone: a sixth more.
 */
const BUDGET = 220;

test("each route's scripts keep to the budget of a first load", async ({ demo, cookiesOf }) => {
  const administrator = demo.users.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("The demo group has no administrator.");
  const cookies = await cookiesOf(administrator);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const first = async (procedure: string) => {
    const input = encodeURIComponent('{"limit":1}');
    const { body } = await ask(`${demo.adminUrl}/api/trpc/${procedure}?input=${input}`, { cookie });
    return JSON.parse(body).result.data.items[0];
  };
  const { contractId } = await first("contracts.list");
  const { vehicleId } = await first("vehicles.list");
  const { partyId } = await first("parties.list");
  const ids: Record<string, string> = {
    contractId,
    vehicleId,
    partyId,
    // the plan that is a draft has a page to edit it
    code: "PROTECT-SELECT-24",
    ruleSetCode: "PRO_RATA",
    token: "none-of-ours",
  };

  const weights = new Map<string, Promise<number>>();
  const weigh = async (script: string) => {
    const { bytes, encoding } = await ask(`${demo.adminUrl}${script}`, {
      "accept-encoding": "gzip, deflate, br",
    });
    // what is shorter than this gains nothing by it
    if (bytes >= 1_024) expect(encoding, script).toBe("br");
    return bytes;
  };
  const weightOf = (script: string) => {
    const weight = weights.get(script) ?? weigh(script);
    weights.set(script, weight);
    return weight;
  };
  const measured: { route: string; kB: number }[] = [];
  for (const route of await pageRoutes()) {
    // it leads on to the contracts
    if (route === "/") continue;
    const path = route.replaceAll(/\[(\w+)\]/g, (_all, name: string) => {
      const id = ids[name];
      if (id === undefined) throw new Error(`${route} needs a ${name}: add one to this test.`);
      return id;
    });
    const isStrangers = /^\/(?:sign-in|forgot-password|set-password)/.test(route);
    const page = await ask(`${demo.adminUrl}${path}`, isStrangers ? {} : { cookie });
    expect(page.status, path).toBe(200);
    const bytes = await Promise.all(scriptsOf(page.body).map(weightOf));
    const kB = bytes.reduce((sum, each) => sum + each, 0) / 1_000;
    measured.push({ route, kB });
  }

  const width = Math.max(...measured.map(({ route }) => route.length));
  const table = measured.map(({ route, kB }) => `${route.padEnd(width)} ${kB.toFixed(1)} kB`);
  console.log(`Scripts of a first load, compressed, of ${BUDGET} kB:\n${table.join("\n")}`);
  expect(measured.length, "every route of the app").toBeGreaterThan(15);
  expect(measured.filter(({ kB }) => kB > BUDGET)).toEqual([]);
});

test("what opens and cannot be loaded says so, and opens when it is tried again; the focus goes back", async ({
  page,
  as,
}) => {
  // nothing is fetched ahead of being asked for
  await page.addInitScript("window.requestIdleCallback = () => 0");
  await as("advisor");
  await page.goto("/providers");
  await page.waitForLoadState("networkidle");
  const chunks = "**/_next/static/chunks/**";
  await page.route(chunks, (route) => route.abort());
  const keys = page.getByRole("button", { name: "Keys and help" });
  await keys.click();
  const said = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(said).toBeVisible();
  await page.unroute(chunks);
  await said.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expect(said).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
});
