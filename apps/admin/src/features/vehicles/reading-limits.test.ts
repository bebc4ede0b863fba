import { expect, test } from "vitest";
import { faultWords } from "../../ui/fields/fault-words.ts";
import { isTooHigh, readingResolver } from "./reading-limits.ts";

type Form = { odometer: number | string | null; hours: number | string | null };
const faultsOf = async (values: Form) =>
  (await readingResolver<Form>()(values, undefined, { fields: {}, shouldUseNativeValidation: false })).errors;

test("what no odometer shows is said under its field, in words with both figures", async () => {
  const { odometer, hours } = await faultsOf({ odometer: 99_999_999, hours: 10_000_000 });
  expect(faultWords(odometer?.message ?? "", 99_999_999, "en-GB")).toBe(
    "99,999,999 is more than 9,999,999, the most there can be. Enter a lower figure.",
  );
  expect(hours?.type).toBe("TOO_BIG");
});

test("the highest there can be, none, and what cannot be read are nothing to say of here", async () => {
  for (const odometer of [9_999_999, 0, null, "12.5"]) {
    expect(isTooHigh(odometer)).toBe(false);
    expect(await faultsOf({ odometer, hours: null })).toEqual({});
  }
});
