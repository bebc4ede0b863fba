import { expect, test } from "vitest";
import { soughtText } from "./sought-text.ts";

test("a text that is longer than a question takes is cut between two letters", () => {
  const cars = "\u{1f697}".repeat(200);
  expect(soughtText(cars)).toHaveLength(200);
  expect(soughtText(`x${cars}`)).toHaveLength(199);
  expect(soughtText(`x${cars}`).isWellFormed()).toBe(true);
  expect(soughtText("  hal\u0000den ")).toBe("halden");
});
