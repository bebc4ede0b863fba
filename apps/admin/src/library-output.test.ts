import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const email = "felix.morland@example.com";

/** Runs the lines in a process of their own, whose libraries print into our log; answers the lines of that. */
async function logOf(lines: string): Promise<Record<string, unknown>[]> {
  const start = `import { logPageFault, logWhatLibrariesPrint } from "./library-output.ts";
    import { pageFault } from "./trpc/page-fault.ts";
    logWhatLibrariesPrint();
    const error = Object.assign(new TypeError("no session of ${email}"), { code: "XX000", params: ["${email}"] });
    const request = { path: "/contracts?q=${email}", method: "GET", headers: { "correlation-id": "c-1" } };
    const context = { routerKind: "App Router", routePath: "/contracts", routeType: "render" };`;
  // As Next resolves it: `server-only` throws anywhere else.
  const condition = "--conditions=react-server";
  const program = spawn(
    process.execPath,
    [condition, "--input-type=module-typescript", "--eval", start + lines],
    {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  await once(program, "close");
  expect(output).not.toContain(email);
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
}

test("what a library prints of an error is a line of JSON with its kind, code and place, and nothing it quotes", async () => {
  const lines = await logOf(`
    console.error("# SERVER_ERROR: ", error);
    console.warn("Careful:\\n", error);
    console.error("It was ${email}");`);
  expect(lines.map(({ level }) => level)).toEqual([50, 50]);
  expect(lines[0]).toMatchObject({
    service: "admin",
    msg: "printed",
    fault: { name: "TypeError", code: "XX000", at: expect.arrayContaining([expect.stringMatching(/^at /)]) },
  });
}, 60_000);

test("what a library says without an error is kept, one line of it and without colours", async () => {
  const lines = await logOf(
    `console.log("\\u001b[32m✓\\u001b[39m Ready in 300ms\\nand more"); console.info("");`,
  );
  expect(lines).toMatchObject([{ level: 30, msg: "printed", text: "✓ Ready in 300ms" }]);
  expect(lines).toHaveLength(1);
}, 60_000);

test("an error of a page is told once, with its route and the request's id, however often Next meets it", async () => {
  const lines = await logOf(`
    console.error("⨯", error);
    logPageFault(error, request, context);
    logPageFault(error, request, context);
    const fault = pageFault({ code: "OVERLOADED", correlationId: "c-2" }, error);
    console.error("⨯", fault);
    logPageFault(fault, request, context);`);
  expect(lines).toMatchObject([
    { level: 50, msg: "fault", correlationId: "c-1", method: "GET", route: "/contracts", where: "render" },
    { level: 50, correlationId: "c-2", fault: { cause: { name: "TypeError", code: "XX000" } } },
  ]);
  expect(lines).toHaveLength(2);
}, 60_000);
