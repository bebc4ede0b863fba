import { expect, test } from "vitest";
import { scanned } from "./scanned.ts";

test("the I that some scanners put before a VIN is let go", () => {
  expect(scanned("IWVWZZZCD0PW586006")).toBe("WVWZZZCD0PW586006");
});

test("a name that begins with I is left alone", () => {
  expect(scanned(" Iris Pemberley ")).toBe("Iris Pemberley");
});
