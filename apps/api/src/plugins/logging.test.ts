import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { faultOf } from "./logging.ts";

const { database } = await testDatabase();

test("of an error of the database its code and place are logged, and nothing of what was sent", async () => {
  const personal = "ann.advisor@example.com";
  const failed = database.signIn.execute(`select '${personal}'::uuid`);
  const error = await failed.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(String(error)).toContain(personal);
  const fault = faultOf(error);
  expect(JSON.stringify(fault)).not.toContain(personal);
  expect(fault.at.length).toBeGreaterThan(0);
  expect(fault.cause).toMatchObject({ code: "22P02" });
});

test("what is thrown without being an error is logged by its type alone", () => {
  expect(faultOf("ann.advisor@example.com")).toEqual({ name: "string", at: [] });
});
