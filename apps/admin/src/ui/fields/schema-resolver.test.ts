import { ProviderInput } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { schemaResolver } from "./schema-resolver.ts";

const resolve = (values: object) =>
  schemaResolver(ProviderInput, { name: "Enter the name." })(
    // a form that is being filled in
    values as ProviderInput,
    undefined,
    { fields: {}, shouldUseNativeValidation: false },
  );

test("what is left empty is asked for, what is wrong is said in the model's words", async () => {
  const { errors } = await resolve({ name: "", kind: "BANK" });
  expect(errors).toMatchObject({
    name: { type: "TOO_SMALL", message: "Enter the name." },
    kind: {
      type: "NOT_ALLOWED",
      message: "Must be one of MANUFACTURER, IMPORTER, DEALER, INSURER, ADMINISTRATOR.",
    },
  });
  expect((await resolve({ name: "  ", kind: "DEALER" })).errors.name?.message).toBe("Enter the name.");
  expect((await resolve({ name: "a".repeat(201), kind: "DEALER" })).errors.name?.message).toBe(
    "Must have at most 200 characters.",
  );
});

test("what is sent is what the model makes of it", async () => {
  expect(await resolve({ name: "  Halden ", kind: "INSURER" })).toEqual({
    values: { name: "Halden", kind: "INSURER" },
    errors: {},
  });
});
