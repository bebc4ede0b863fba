import { expect, test } from "vitest";
import { everyItem } from "./every-item.ts";

const pages: Record<string, { items: number[]; nextCursor: string | null }> = {
  first: { items: [1, 2], nextCursor: "second" },
  second: { items: [], nextCursor: "third" },
  third: { items: [3], nextCursor: null },
};

function aList() {
  const asked: (string | null)[] = [];
  const page = async (cursor: string | null) => {
    asked.push(cursor);
    return pages[cursor ?? "first"] ?? { items: [], nextCursor: null };
  };
  return { asked, page };
}

test("every item comes once and in order, over an empty page too", async () => {
  const { page } = aList();
  expect(await Array.fromAsync(everyItem(page))).toEqual([1, 2, 3]);
});

test("a page is asked for only when it is reached", async () => {
  const { asked, page } = aList();
  for await (const item of everyItem(page)) if (item === 2) break;
  expect(asked).toEqual([null]);
});

test("what a page throws ends the loop", async () => {
  const failing = () => Promise.reject(new Error("away"));
  await expect(Array.fromAsync(everyItem(failing))).rejects.toThrow("away");
});
