import { expect, test } from "vitest";
import { isSameSite } from "./same-site.ts";

const from = (headers: Record<string, string>, adminUrl = "https://desk.example") =>
  isSameSite(new Headers(headers), adminUrl);

test("our own pages may ask, by what the browser says of them", () => {
  expect(from({ "sec-fetch-site": "same-origin", origin: "https://desk.example" })).toBe(true);
  expect(from({ origin: "https://desk.example" })).toBe(true);
});

test("a script that is no browser says neither, and may ask", () => {
  expect(from({})).toBe(true);
});

test("pages of other sites may not, nor of a neighbour under the same domain or another port", () => {
  expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ "sec-fetch-site": "same-site", origin: "https://shop.desk.example" })).toBe(false);
  expect(from({ origin: "https://evil.example" })).toBe(false);
  expect(from({ origin: "null" })).toBe(false);
  expect(from({ origin: "http://localhost:3001" }, "http://localhost:3000")).toBe(false);
});

test("on one's own machine localhost and 127.0.0.1 are the same", () => {
  expect(from({ origin: "http://127.0.0.1:3000" }, "http://localhost:3000")).toBe(true);
});
