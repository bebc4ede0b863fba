import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, findBrowser } from "./browser.ts";
import { keepLogs } from "./keep-logs.ts";
import { startMailServer } from "./mail-server.ts";
import { type Product, startProduct } from "./product.ts";
import { variables } from "./variables.ts";

/** Playwright's global set-up: a browser and the running product, for all workers of the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-browser-"));
  const removeScratch = () => rm(scratch, { recursive: true, force: true });
  try {
    const mail = await startMailServer(path.join(scratch, "mail"));
    const [browser, product] = await both(findBrowser(scratch), startProduct({ mailUrl: mail.url }));
    process.env[variables.browser] = browser.executablePath;
    process.env[variables.browserLibraries] = browser.env.LD_LIBRARY_PATH ?? "";
    process.env[variables.browserFonts] = browser.env.FONTCONFIG_PATH ?? "";
    process.env[variables.mailFolder] = mail.folder;
    process.env[variables.adminUrl] = product.adminUrl;
    process.env[variables.demoFile] = product.demoFile;
    return async () => {
      await keepLogs(product);
      await product.stop();
      await mail.stop();
      await removeScratch();
    };
  } catch (error) {
    await removeScratch();
    throw error;
  }
}

/** While one is unpacked the other starts; it is stopped where there is no browser to use it. */
async function both(finding: Promise<Browser>, starting: Promise<Product>): Promise<[Browser, Product]> {
  const [found, started] = await Promise.allSettled([finding, starting]);
  if (started.status === "rejected") throw started.reason;
  if (found.status === "fulfilled") return [found.value, started.value];
  await started.value.stop();
  throw found.reason;
}
