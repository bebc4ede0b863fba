import { expect, test } from "vitest";
import { asSold, pageWith } from "./cache.ts";
import { aReadContract } from "./testing/a-read-contract.ts";

const draft = aReadContract({ status: "DRAFT", effectiveStatus: "DRAFT" });

test("a draft that is sold shows as active once its start has come, and as pending before", () => {
  expect(asSold(draft)).toMatchObject({ status: "PENDING", effectiveStatus: "ACTIVE" });
  const early = { ...draft, store: { ...draft.store, today: "2026-01-31" } };
  expect(asSold(early).effectiveStatus).toBe("PENDING");
});

test("a draft whose end has passed shows as expired at once", () => {
  expect(asSold({ ...draft, endDate: "2027-07-31" }).effectiveStatus).toBe("EXPIRED");
});

test("the row of a page is replaced in its place; the page itself is left as it was", () => {
  const other = aReadContract({ contractId: "other" });
  const page = { items: [other, draft], nextCursor: "more" };
  const edited = pageWith(page, asSold(draft));
  expect(edited).toEqual({ items: [other, asSold(draft)], nextCursor: "more" });
  expect(page.items[1]).toBe(draft);
});

test("a page without the contract stays the same object, so nothing is drawn again", () => {
  const page = { items: [aReadContract({ contractId: "other" })], nextCursor: null };
  expect(pageWith(page, draft)).toBe(page);
});
