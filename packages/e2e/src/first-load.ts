import { readdir } from "node:fs/promises";
import { get } from "node:http";
import { fileURLToPath } from "node:url";

const pages = fileURLToPath(new URL("../../../apps/admin/src/app", import.meta.url));

/** Every route of the admin app, out of its pages: `/contracts/[contractId]`. */
export async function pageRoutes(): Promise<string[]> {
  const files = await readdir(pages, { recursive: true });
  return files
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).filter(isSegment).join("/")}`)
    .sort();
}

/** A folder in brackets groups pages and is no part of their address. */
const isSegment = (folder: string) => !folder.startsWith("(");

type Answer = { status: number; encoding: string; body: string; bytes: number };

/** `bytes` is what went over the line. */
export function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode ?? 0,
          encoding: answer.headers["content-encoding"] ?? "",
          body: body.toString(),
          bytes: body.length,
        });
      });
    }).on("error", reject);
  });
}

/**
 * The scripts that a browser fetches to show a page: those of its tags, and those that the components in it name in the
 * stream. What is only for browsers without modules is not fetched by any that the app supports.
 */
export function scriptsOf(html: string): string[] {
  const forModern = html.replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, "");
  return [...new Set(forModern.match(/\/_next\/static\/(?:chunks\/)?[\w.~/-]+\.js/g) ?? [])].sort();
}
