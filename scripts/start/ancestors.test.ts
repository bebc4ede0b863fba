import { expect, test } from "vitest";
import { startedBy } from "./ancestors.ts";

/** Processes by their command lines, the first being our parent, each the child of the next. */
function pidsAbove(...commands: string[][]): number[] {
  const facts = (pid: number) => {
    const args = commands[pid - 100];
    return args ? { pid, parent: pid + 1, started: "then", args } : null;
  };
  return startedBy(100, facts).map(({ pid }) => pid - 100);
}

const shell = ["sh", "-c", "node scripts/preflight.cjs && node scripts/start.ts"];
const pnpm = ["node", "/root/.npm/_npx/9c/node_modules/.bin/pnpm", "start"];
const npx = ["npm exec pnpm@12 start"];

test("started by npx: the shells, pnpm and npx are what is watched", () => {
  expect(pidsAbove(shell, pnpm, ["sh", "-c", "pnpm start"], npx, ["-bash"])).toEqual([0, 1, 2, 3]);
  expect(pidsAbove(shell, ["/usr/bin/node", "/usr/lib/pnpm/bin/pnpm.cjs", "start"], ["zsh"])).toEqual([0, 1]);
});

test("the shell that typed the command, or a script around it, may end: what runs in the background goes on", () => {
  expect(pidsAbove(shell, pnpm, ["bash", "-c", "npx pnpm@12 start & sleep 5"])).toEqual([0, 1]);
});

test("started by Node itself, or by another program: nothing is watched", () => {
  expect(pidsAbove(["-bash"])).toEqual([]);
  expect(pidsAbove(["sh", "-c", "node scripts/start.ts"], ["/sbin/init"])).toEqual([]);
  expect(pidsAbove(["node", "/srv/test/pnpm-test.js"])).toEqual([]);
});
