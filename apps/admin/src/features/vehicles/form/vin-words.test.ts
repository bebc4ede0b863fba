import { judgeVin } from "@vehicle-contracts/contract-rules";
import { describe, expect, test } from "vitest";
import { vinGroups, vinSuggestion, vinWords } from "./vin-words.ts";

const said = (vin: string, policy: "strict" | "warn" = "strict", vinKind: "legacy" | null = null) => {
  const question = { vin, policy, vinKind };
  return vinWords(question, judgeVin(question));
};

describe("while one types", () => {
  test("nothing is wrong yet with a number that is not whole", () => {
    expect(said("")).toMatchObject({ tone: "quiet" });
    expect(said("WVWZZZ CD")).toEqual({ tone: "quiet", text: "8 of 17 characters" });
    expect(said("3VWRA81H7WM1162211")).toMatchObject({ tone: "red" });
  });

  test("what no VIN has is said at once", () => {
    for (const vin of ["<SCRIPT>", "WVW🚗"]) expect(said(vin)).toMatchObject({ tone: "red" });
    expect(said("<SCRIPT>").text).toContain("< > is in no VIN");
    expect(said("WVWZZZ I")).toMatchObject({ tone: "quiet" });
  });

  test("a check digit is right, wrong, doubted, or none where none is made", () => {
    expect(said("3VWRA81HXWM116221")).toMatchObject({ tone: "green" });
    expect(said("3VWRA81H7WM116221")).toMatchObject({ tone: "red" });
    expect(said("3VWRA81H7WM116221", "warn")).toMatchObject({ tone: "amber" });
    expect(said("WVWZZZ1JZXW000001")).toMatchObject({ tone: "quiet" });
    expect(said("WVWZZZ1JZXW000001", "warn")).toMatchObject({ tone: "quiet" });
  });

  test("a chassis number can only be compared", () => {
    expect(said("GHD5-29-1234", "strict", "legacy")).toMatchObject({ tone: "amber" });
  });
});

describe("letters that no VIN has", () => {
  const suggested = (vin: string, vinKind: "legacy" | null = null) =>
    vinSuggestion({ vin, policy: "strict", vinKind });

  test("are suggested as the figures they look like, where that can be taken", () => {
    expect(suggested("wvwzzzIJZXWOOOQO1")).toBe("WVWZZZ1JZXW000001");
    expect(suggested("3VWRA8IHXWM1I622I")).toBe("3VWRA81HXWM116221");
  });

  test("are not where it is wrong then too, is not whole, or is no VIN", () => {
    expect(suggested("3VWRA8IH7WM116221")).toBeNull();
    expect(suggested("WVWZZZIJZ")).toBeNull();
    expect(suggested("WVWZZZIJZXWOOOOO1", "legacy")).toBeNull();
    expect(suggested("WVWZZZ1JZXW000001")).toBeNull();
  });
});

test("a VIN is read in three groups, the check digit at the end of the second", () => {
  expect(vinGroups("3VWRA81HXWM116221")).toEqual(["3VW", "RA81HX", "WM116221"]);
});
