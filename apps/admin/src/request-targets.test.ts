import { expect, test } from "vitest";
import { givePath } from "./request-targets.ts";

test("what asks for no path asks for one where nothing is; every other request stays as it came", () => {
  const asked = (url: string) => {
    const request = { url };
    givePath(request);
    return request.url;
  };
  expect(asked("*")).toBe("/not-found");
  expect(asked("evil.example:443")).toBe("/not-found");
  expect(asked("")).toBe("/not-found");
  for (const own of ["/", "/contracts?q=*", "//evil.example", "http://localhost:3000/"])
    expect(asked(own)).toBe(own);
});
