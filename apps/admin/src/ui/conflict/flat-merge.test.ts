import { expect, test } from "vitest";
import { changedFields, joined } from "./flat-merge.ts";

const base = { plate: "WX23 KLV", fuel: "petrol", year: 2023, tags: ["a"] };
const fields = ["plate", "fuel", "year", "tags"] as const;
const theirs = { ...base, plate: "WX23 NEW", year: 2024, tags: ["a", "b"] };
const mine = { ...base, plate: "WX23 OWN", fuel: "diesel", tags: ["a", "b"] };
const versions = { base, theirs, mine };

test("what only one changed or both alike is joined, what both changed otherwise clashes", () => {
  expect(changedFields(fields, versions)).toEqual([
    { field: "plate", by: "clash" },
    { field: "fuel", by: "mine" },
    { field: "year", by: "theirs" },
    { field: "tags", by: "both" },
  ]);
});

test("what is joined keeps theirs but for my own fields and those chosen", () => {
  const changed = changedFields(fields, versions);
  expect(joined(changed, versions, new Map([["plate", "mine"]]))).toEqual({
    ...theirs,
    plate: "WX23 OWN",
    fuel: "diesel",
  });
  expect(joined(changed, versions, new Map())).toEqual({ ...theirs, fuel: "diesel" });
});
