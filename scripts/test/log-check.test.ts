import { expect, test } from "vitest";
import { faultsOf, faultsOfRun } from "./log-check.ts";

const line = (facts: object) => JSON.stringify({ level: 30, service: "api", msg: "request", ...facts });
const faults = (text: string, values: string[] = []) => faultsOf([{ file: "api.log", text }], values);

test("a line of ids, routes, codes and places holds nothing of anybody", () => {
  const good = [
    line({
      correlationId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
      route: "/trpc/:path",
      procedures: ["vehicles.get"],
    }),
    line({ actor: { kind: "API_CLIENT", id: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071" }, milliseconds: 1.5 }),
    line({
      fault: { name: "PostgresError", code: "23505", at: ["at parse (file:///srv/packages/x.ts:1:2)"] },
    }),
    "▲ Next.js 16.4.6",
    "2026-11-30 00:00:00.000 UTC [1] LOG:  database system is ready to accept connections",
  ].join("\n");
  expect(faults(good, ["WVWZZZ1JZXW000001", "Ann Advisor"])).toEqual([]);
});

test.each([
  ["a VIN of the register", line({ text: "no WVWZZZ1JZXW000001" })],
  ["a name of the register", line({ fault: { name: "Ann Advisor" } })],
  ["a password of a fixture", "error: a fern beside the road"],
  ["an unknown VIN", line({ route: "/vehicles/WBAZZZ1JZXW999999" })],
  ["an unknown e-mail address", line({ text: "sent to somebody@else.example" })],
  ["a bearer token", line({ text: "Bearer kJ3jd93kd02kd9" })],
  ["the cookie of a session", line({ text: "vehicle-contracts.session_token=abc" })],
  ["a field that is a password, whatever it is", line({ body: { password: "x" } })],
  ["the hash of a password", "$argon2id$v=19$m=19456,t=2,p=1$abc"],
  ["a detail of PostgreSQL", "DETAIL:  Key (vin)=(WVWZZZ1JZXW000001) already exists."],
])("%s is found, deep in a line too", (_what, planted) => {
  const values = ["WVWZZZ1JZXW000001", "Ann Advisor", "a fern beside the road"];
  expect(faults(`${line({})}\n${planted}\n${line({})}`, values)).not.toEqual([]);
});

test("a run that logged nothing, or used nothing, is no good run", () => {
  const values = Array.from({ length: 200 }, (_, index) => `value ${index}`);
  const logs = [
    { file: "product.log", text: `${line({})}\n${line({ service: "admin" })}` },
    { file: "postgres.log", text: "LOG:  ready" },
  ];
  expect(faultsOfRun({ logs, values })).toEqual([]);
  expect(faultsOfRun({ logs: [], values })).toHaveLength(3);
  expect(faultsOfRun({ logs, values: [] })).toEqual(["only 0 values of the register were kept to look for"]);
});
