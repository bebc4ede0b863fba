// npx pnpm@12 pictures: makes the pictures of the README anew, from the demo group as it is today.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, expect } from "@playwright/test";
import type { ContractPage } from "@vehicle-contracts/contract-model";
import { DemoFile } from "@vehicle-contracts/demo-data";
import { findBrowser } from "./browser.ts";
import { startProduct } from "./product.ts";
import { signIn } from "./sign-in.ts";

const folder = fileURLToPath(new URL("../../../docs/pictures", import.meta.url));
const width = 1440;
/** Milliseconds for a page on a busy machine. */
const patience = 120_000;

/** The vehicle with the most contracts of those that end next. */
async function aVehicle(context: BrowserContext, adminUrl: string): Promise<string> {
  const answer = await context.request.post(`${adminUrl}/api/trpc/contracts.list`, {
    headers: { origin: adminUrl },
    data: {
      filter: { effectiveStatus: ["ACTIVE"], type: ["EXTENDED_WARRANTY", "SERVICE_PLAN"] },
      sort: { by: "endDate", direction: "asc" },
      limit: 200,
    },
  });
  const { result } = (await answer.json()) as { result: { data: ContractPage } }; // by docs/wire.md
  const counts = new Map<string, number>();
  for (const { vehicleId } of result.data.items) counts.set(vehicleId, (counts.get(vehicleId) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  if (!most) throw new Error("The demo group has no active contract.");
  return most[0];
}

/** The top of a page, `height` pixels of it. */
async function take(context: BrowserContext, address: string, name: string, height: number): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(address);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: patience });
  // Links are prefetched; one that is given up may keep the page from ever being idle.
  await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => {});
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  await page.close();
  console.log(path.relative(process.cwd(), file));
}

const scratch = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-browser-"));
const { executablePath, env } = await findBrowser(scratch);
const product = await startProduct();
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox"],
  env: { ...process.env, ...env },
});
try {
  await mkdir(folder, { recursive: true });
  const { adminUrl, users } = DemoFile.parse(JSON.parse(await readFile(product.demoFile, "utf8")));
  const [administrator] = users;
  if (!administrator) throw new Error("The demo group has no administrator.");
  const context = await browser.newContext({ locale: "en-GB", colorScheme: "light" });
  context.setDefaultTimeout(patience);
  await context.addCookies(await signIn(adminUrl, administrator));
  const soon = "status=ACTIVE&endsFrom=today&endsTo=60d&sort=endDate";
  await take(context, `${adminUrl}/contracts?${soon}`, "contracts", 700);
  await take(context, `${adminUrl}/vehicles/${await aVehicle(context, adminUrl)}`, "vehicle", 900);
} finally {
  await browser.close();
  await product.stop();
  await rm(scratch, { recursive: true, force: true });
}
