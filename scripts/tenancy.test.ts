import { expect, test } from "vitest";
import { runCommand } from "./test/run-command.ts";

test("a number of calls that is none is refused with what is taken, before anything is started", async () => {
  const { code, output, errors } = await runCommand("tenancy", ["--calls", "0"]);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toMatch(/^--calls takes a whole number from 1 on\.\n/);
});
