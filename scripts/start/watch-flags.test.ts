import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { watchFlags } from "./watch-flags.ts";

let root = "";
let program: ChildProcess | undefined;

afterEach(async () => {
  if (program?.exitCode === null) {
    program.kill("SIGKILL");
    await once(program, "exit");
  }
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  const place = path.join(root, file);
  await mkdir(path.dirname(place), { recursive: true });
  // as editors and Git save: a new file takes the place of the old one
  await writeFile(`${place}.new`, text);
  await rename(`${place}.new`, place);
}

test("a source that is replaced, and replaced again, is run anew each time, in a package that the app needs too", async () => {
  root = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-watch-"));
  await write(
    "apps/desk/package.json",
    JSON.stringify({ name: "desk", dependencies: { rules: "workspace:*" } }),
  );
  await write("packages/rules/package.json", JSON.stringify({ name: "rules" }));
  await write(
    "apps/desk/src/main.ts",
    'import { say } from "../../../packages/rules/src/say.ts";\nconsole.log(say);\nsetInterval(() => {}, 1000);\n',
  );
  const says = (word: string) => write("packages/rules/src/say.ts", `export const say = "${word}";\n`);
  await says("first");

  const flags = await watchFlags(root, "apps/desk");
  const child = spawn(process.execPath, [...flags, path.join(root, "apps/desk/src/main.ts")]);
  program = child;
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const heard = (word: string) => expect.poll(() => said, { timeout: 15_000 }).toContain(word);
  await heard("first");
  await says("second");
  await heard("second");
  await says("third");
  await heard("third");
}, 60_000);
