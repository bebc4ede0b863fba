import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { compressFiles } from "./compress-files.ts";

const folder = await mkdtemp(path.join(tmpdir(), "compress-files-"));
afterAll(() => rm(folder, { recursive: true }));

test("scripts and styles get what they are smaller by, at any depth; typefaces and what is short do not", async () => {
  const text = "a line that is there again and again\n".repeat(100);
  await mkdir(path.join(folder, "chunks"));
  await writeFile(path.join(folder, "chunks/long.js"), text);
  await writeFile(path.join(folder, "chunks/short.js"), "short");
  await writeFile(path.join(folder, "style.css"), text);
  await writeFile(path.join(folder, "face.woff2"), text);
  await compressFiles(folder);
  expect((await readdir(path.join(folder, "chunks"))).sort()).toEqual([
    "long.js",
    "long.js.br",
    "long.js.gz",
    "short.js",
  ]);
  expect((await readdir(folder)).sort()).toEqual([
    "chunks",
    "face.woff2",
    "style.css",
    "style.css.br",
    "style.css.gz",
  ]);
  expect(brotliDecompressSync(await readFile(path.join(folder, "chunks/long.js.br"))).toString()).toBe(text);
  expect(gunzipSync(await readFile(path.join(folder, "style.css.gz"))).toString()).toBe(text);
});
