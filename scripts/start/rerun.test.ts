import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { rerunArgs } from "./rerun-args.ts";

let root = "";
let program: ChildProcess | undefined;

afterEach(async () => {
  if (program?.exitCode === null) {
    program.kill("SIGKILL");
    await once(program, "exit");
  }
  await rm(root, { recursive: true, force: true });
});

const place = (file: string) => path.join(root, file);

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(place(file)), { recursive: true });
  await writeFile(place(file), text);
}

/** As editors and Git save: a new file takes the place of the old one. */
async function replace(file: string, text: string): Promise<void> {
  await write(`${file}.new`, text);
  await rename(place(`${file}.new`), place(file));
}

test("a source that is saved in whatever way, again and again, is run anew each time, in a package that the app needs too", async () => {
  root = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-watch-"));
  await write(
    "apps/desk/package.json",
    JSON.stringify({ name: "desk", dependencies: { rules: "workspace:*" } }),
  );
  await write("packages/rules/package.json", JSON.stringify({ name: "rules" }));
  await write(
    "apps/desk/src/main.ts",
    'import { say } from "../../../packages/rules/src/words/say.ts";\nconsole.log(say);\nsetInterval(() => {}, 1000);\n',
  );
  const say = "packages/rules/src/words/say.ts";
  const saying = (word: string) => `export const say = "${word}";\n`;
  await write(say, saying("first"));

  const args = await rerunArgs(root, "apps/desk", "src/main.ts");
  const child = spawn(process.execPath, args, { cwd: place("apps/desk") });
  program = child;
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const heard = (word: string) => expect.poll(() => said, { timeout: 15_000 }).toContain(word);
  await heard("first");
  await replace(say, saying("second"));
  await heard("second");
  await replace(say, saying("third"));
  await heard("third");
  await write(say, saying("fourth"));
  await heard("fourth");
  await write(say, "a fault that ends the program");
  await expect.poll(() => said.split("run anew").length, { timeout: 15_000 }).toBe(5);
  await replace(say, saying("fifth"));
  await heard("fifth");

  child.kill("SIGTERM");
  await once(child, "exit");
  expect(child.exitCode).toBe(0);
}, 90_000);
