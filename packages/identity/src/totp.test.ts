import { expect, test } from "vitest";
import { base32, codeOf, otpauthUri, stepAt, stepOfCode } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %i seconds the code is that of RFC 6238, appendix B", (seconds, code) => {
  expect(codeOf(secret, stepAt(seconds * 1000))).toBe(code);
});

test("a code is good in its own half minute and one to either side", () => {
  const at = 1_234_567_890_000;
  const code = codeOf(secret, stepAt(at));
  for (const seconds of [-30, 0, 30]) expect(stepOfCode(secret, code, at + seconds * 1000)).toBe(stepAt(at));
  for (const seconds of [-60, 60]) expect(stepOfCode(secret, code, at + seconds * 1000)).toBeNull();
  for (const other of ["", "00592", "0059240", "00592４", "x".repeat(6)])
    expect(stepOfCode(secret, other, at)).toBeNull();
});

test("a secret is written as apps take it, and so is what the QR code says", () => {
  expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
  expect(otpauthUri({ issuer: "Vehicle Contracts", account: "ann+x@example.com", secret: "GEZDG" })).toBe(
    "otpauth://totp/Vehicle%20Contracts:ann%2Bx%40example.com?secret=GEZDG&issuer=Vehicle%20Contracts&algorithm=SHA1&digits=6&period=30",
  );
});
