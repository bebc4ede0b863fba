import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { staticFiles } from "./static-files.ts";

const folder = await mkdtemp(path.join(tmpdir(), "static-files-"));
await mkdir(path.join(folder, "chunks"));
await writeFile(path.join(folder, "chunks/a.js"), "plain");
await writeFile(path.join(folder, "chunks/a.js.br"), "by Brotli");
await writeFile(path.join(folder, "chunks/a.js.gz"), "by gzip");
await writeFile(path.join(folder, "chunks/short.js"), "plain");
await writeFile(path.join(folder, "chunks/page.html"), "no file of a build");
const server = createServer(
  await staticFiles(folder, ({ method, url }, response) => response.end(`others: ${method} ${url}`)),
);
await once(server.listen(0, "127.0.0.1"), "listening");
// a server that listens on TCP answers an address with a port
const { port } = server.address() as AddressInfo;

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function ask(url: string, headers: Record<string, string> = {}, method = "GET") {
  const request = get({ port, path: url, headers, method });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray()).toString();
  return { status: answer.statusCode, headers: answer.headers, text };
}

const script = "/_next/static/chunks/a.js";

test("a browser gets the smallest that it takes", async () => {
  const takes = { "accept-encoding": "gzip, deflate, br, zstd" };
  expect(await ask(script, takes)).toMatchObject({
    text: "by Brotli",
    headers: { "content-encoding": "br" },
  });
  expect(await ask(script, { "accept-encoding": "gzip" })).toMatchObject({
    text: "by gzip",
    headers: { "content-encoding": "gzip" },
  });
  const plain = await ask(script);
  expect(plain).toMatchObject({ status: 200, text: "plain" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect((await ask("/_next/static/chunks/short.js", takes)).text).toBe("plain");
  expect((await ask(script, { "accept-encoding": "br;q=0, gzip;q=0.5" })).text).toBe("by gzip");
});

test("it is kept for good, by those that take the same, and is a script to every browser", async () => {
  const { headers } = await ask(script, { "accept-encoding": "br" });
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    "content-type": "text/javascript; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
});

test("what is asked in a way of its own is answered in full: a part that is none, with a query, its head alone", async () => {
  expect(await ask(script, { range: "bytes=5-2" })).toMatchObject({ status: 200, text: "plain" });
  expect((await ask(`${script}?v=1`)).text).toBe("plain");
  expect(await ask(script, {}, "HEAD")).toMatchObject({ text: "", headers: { "content-length": "5" } });
});

test("a file is read, and nothing else is done to it", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    expect(await ask(script, {}, method)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
});

test("a build beside it takes none of its files away", async () => {
  await rm(path.join(folder, "chunks/short.js"));
  expect((await ask("/_next/static/chunks/short.js")).text).toBe("plain");
});

test.each([
  ["a page", "/contracts?q=a", "GET"],
  ["what is not there", "/_next/static/chunks/none.js?v=1", "GET"],
  ["what is outside", "/_next/static/../secret.js", "GET"],
  ["what is outside, in other words", "/_next/static/%2e%2e/secret.js", "GET"],
  ["a path that nobody can read", "/_next/static/%E0%A4%A", "GET"],
  ["what is no file of a build", "/_next/static/chunks/page.html", "GET"],
  ["a compressed file by its own name", `${script}.br`, "GET"],
])("%s is left to the pages, as it was asked for", async (_what, url, method) => {
  expect((await ask(url, {}, method)).text).toBe(`others: ${method} ${url}`);
});
