import { expect, test } from "vitest";
import { ownPath, routes } from "./routes.ts";

test("after the sign-in one goes back only to a page of our own", () => {
  expect(ownPath("/vehicles/0199b3c4?tab=history&q=a%20b")).toBe("/vehicles/0199b3c4?tab=history&q=a%20b");
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/sign-in?back=/sign-in",
    "/api/auth/sign-out",
    "",
    null,
  ])
    expect(ownPath(elsewhere), String(elsewhere)).toBe(routes.contracts);
});
