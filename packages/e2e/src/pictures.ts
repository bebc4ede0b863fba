// npx pnpm@12 pictures: makes the pictures of the README anew, from the demo group as it is today.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium } from "@playwright/test";
import type { ContractPage } from "@vehicle-contracts/contract-model";
import { DemoFile } from "@vehicle-contracts/demo-data";
import { findBrowser } from "./browser.ts";
import { startProduct } from "./product.ts";
import { signIn } from "./sign-in.ts";

const folder = fileURLToPath(new URL("../../../docs/pictures", import.meta.url));
// Not higher, so that a picture keeps under 250 kB.
const size = { width: 1440, height: 720 };

/** Today's contracts in force, as the list has them. */
async function contractsOf(context: BrowserContext, adminUrl: string): Promise<ContractPage["items"]> {
  const answer = await context.request.post(`${adminUrl}/api/trpc/contracts.list`, {
    headers: { origin: adminUrl },
    data: { filter: { effectiveStatus: ["ACTIVE"] }, limit: 200 },
  });
  const { result } = (await answer.json()) as { result: { data: ContractPage } }; // by docs/wire.md
  return result.data.items;
}

async function take(context: BrowserContext, address: string, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
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
  const context = await browser.newContext({ viewport: size, locale: "en-GB", colorScheme: "light" });
  await context.addCookies(await signIn(adminUrl, administrator));
  const contracts = await contractsOf(context, adminUrl);
  const [contract] = contracts;
  if (!contract) throw new Error("The demo group has no active contract.");
  await take(
    context,
    `${adminUrl}/contracts?status=ACTIVE&endsFrom=today&endsTo=60d&sort=endDate`,
    "contracts",
  );
  await take(context, `${adminUrl}/contracts/${contract.contractId}`, "contract");
} finally {
  await browser.close();
  await product.stop();
  await rm(scratch, { recursive: true, force: true });
}
