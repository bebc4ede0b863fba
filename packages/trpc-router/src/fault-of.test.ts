import { expect, test } from "vitest";
import { faultOf } from "./fault-of.ts";

test("of an error its kind, code and place are logged with those of its causes, and no message", () => {
  const personal = "ann.advisor@example.com";
  const cause = Object.assign(new TypeError(`no uuid: ${personal}\n    at ${personal}`), { code: "22P02" });
  const fault = faultOf(new Error(`Failed for ${personal}`, { cause }));
  expect(JSON.stringify(fault)).not.toContain(personal);
  expect(fault.at.length).toBeGreaterThan(0);
  expect(fault.cause).toMatchObject({ name: "TypeError", code: "22P02" });
});

test("what is thrown without being an error is logged by its type alone", () => {
  expect(faultOf("ann.advisor@example.com")).toEqual({ name: "string", at: [] });
});
