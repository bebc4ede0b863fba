import { scopes } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { countWords, nouns, scopeOf, scopesWords } from "./words.ts";

test("every scope has a noun that people know", () => {
  const known = nouns.flatMap(({ noun }) => [scopeOf(noun, "read"), scopeOf(noun, "write")]);
  expect([...known].sort()).toEqual([...scopes].sort());
});

test("what scopes allow is said by what is written, then by what is read only", () => {
  expect(scopesWords(scopes)).toBe("Everything");
  expect(scopesWords(["contracts:read", "contracts:write", "parties:read"])).toBe(
    "Writes contracts; reads customers",
  );
  expect(scopesWords(scopes.filter((scope) => scope.endsWith(":read")))).toBe("Reads everything");
  expect(scopesWords(["apiClients:write"])).toBe("Writes API clients");
  expect(scopesWords([])).toBe("Nothing");
});

test("the count tells those apart that are revoked", () => {
  const clients = (...states: ("ACTIVE" | "REVOKED")[]) => states.map((state) => ({ state }));
  expect(countWords(clients("ACTIVE", "ACTIVE"))).toBe("2");
  expect(countWords(clients("ACTIVE", "REVOKED"))).toBe("2, 1 revoked");
});
