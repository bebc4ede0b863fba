import { expect, test } from "vitest";
import { draftKey, leftDraft, readDraft } from "./tab-drafts.ts";

const entry = (record: string, tab: string, savedAt: string, values: unknown = {}) =>
  [draftKey(record, tab), JSON.stringify({ savedAt, values })] as const;

const entries = [
  entry("priya:new-contract:", "one", "2026-11-25T10:00:00Z"),
  entry("priya:new-contract:", "two", "2026-11-25T11:00:00Z"),
  entry("priya:new-contract:", "three", "2026-11-25T12:00:00Z"),
  entry("priya:new-contract:golf", "four", "2026-11-25T13:00:00Z"),
  ["something-else", "1"],
] as const;

test("the newest draft of the record that a closed tab left is taken up", () => {
  expect(leftDraft(entries, "priya:new-contract:", new Set(["three"]))?.key).toBe(
    draftKey("priya:new-contract:", "two"),
  );
});

test("what open tabs write is theirs alone", () => {
  expect(leftDraft(entries, "priya:new-contract:", new Set(["one", "two", "three"]))).toBeNull();
});

test("what is no draft is passed over", () => {
  expect(leftDraft([[draftKey("a", "b"), "{"]], "a", new Set())).toBeNull();
  expect(readDraft('{"savedAt":"2026-11-25T10:00:00Z"}')).toBeNull();
  expect(readDraft(null)).toBeNull();
});
