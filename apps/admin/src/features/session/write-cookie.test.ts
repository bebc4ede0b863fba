import { expect, test } from "vitest";
import { overTls } from "./write-cookie.ts";

test("what the browser remembers goes by TLS alone where there is TLS", () => {
  expect(overTls("vc-store=1; path=/", "https:")).toBe("vc-store=1; path=/; secure");
  expect(overTls("vc-store=1; path=/", "http:")).toBe("vc-store=1; path=/");
});
