import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "./proxy.ts";

afterEach(() => vi.unstubAllEnvs());

const policyOf = (response: Response) =>
  new Map(
    (response.headers.get("content-security-policy") ?? "").split("; ").map((line) => {
      const [name = "", ...sources] = line.split(" ");
      return [name, sources];
    }),
  );
const asked = (adminUrl: string) => {
  vi.stubEnv("ADMIN_URL", adminUrl);
  return proxy(new NextRequest(`${adminUrl}/contracts`));
};

test("a page runs only scripts that its nonce names, and each page has a nonce of its own", () => {
  const [one, other] = [asked("http://localhost:3000"), asked("http://localhost:3000")].map(policyOf);
  const scripts = one?.get("script-src") ?? [];
  expect(scripts).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/), "'strict-dynamic'"]);
  expect(other?.get("script-src")).not.toEqual(scripts);
  expect(one?.get("script-src-attr")).toEqual(["'none'"]);
  expect(one?.get("style-src")).toEqual(["'self'", scripts[1]]);
});

test("inline style is let in as an attribute alone, and nothing inline runs", () => {
  for (const [name, sources] of policyOf(asked("http://localhost:3000"))) {
    if (name !== "style-src-attr") expect(sources, name).not.toContain("'unsafe-inline'");
    expect(sources, name).not.toContain("'unsafe-eval'");
    expect(sources.join(" "), name).not.toMatch(/\*|https?:/);
  }
});

test("no page is framed, sends its address elsewhere, or may use camera and position", () => {
  const { headers } = asked("http://localhost:3000");
  expect(policyOf(asked("http://localhost:3000")).get("frame-ancestors")).toEqual(["'none'"]);
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("permissions-policy")).toMatch(/camera=\(\), .*geolocation=\(\), .*microphone=\(\)/);
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

test("behind TLS a browser is told to come by TLS alone; without TLS it is not, since then nobody could", () => {
  const behind = asked("https://contracts.example.com");
  expect(behind.headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(policyOf(behind).has("upgrade-insecure-requests")).toBe(true);
  const plain = asked("http://localhost:3000");
  expect(plain.headers.get("strict-transport-security")).toBeNull();
  expect(policyOf(plain).has("upgrade-insecure-requests")).toBe(false);
});
