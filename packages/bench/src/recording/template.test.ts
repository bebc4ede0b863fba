import { expect, test } from "vitest";
import type { Sent } from "./recorder.ts";
import { flightsOf, templateOf } from "./template.ts";

const sent = (
  text: string,
  values: Sent["values"] = null,
  rows: Sent["rows"] = [],
  connection = 1,
): Sent => ({
  ...{ connection, text, values, rows },
});
const since = "2026-11-30T10:00:00.000Z";
const now = "2026-11-30T10:00:00.250Z";
const hash = "ab".repeat(32);

test("what is a call's own is taken out of its statements; the rest stays as it was", () => {
  const { before, transaction, statements } = templateOf(
    {
      roundTrips: 4,
      sent: [
        sent("select token", ["tok", now], [["x"]], 0),
        sent("begin; set local app.enterprise_id = 'e'"),
        sent("select vehicle", ["v-1"], [["WVWZZZ1JZXW000001", "12"]]),
        sent("insert", [
          "WVWZZZ1JZXW000001",
          `{"id":"v-1","hash":"${hash}"}`,
          "2020-01-01T00:00:00.000Z",
          null,
          "12",
        ]),
        sent("commit"),
      ],
    },
    { token: "tok", vehicle: "v-1" },
    since,
  );
  expect(statements).toBe(5);
  expect(before).toEqual([
    { text: "select token", values: [[{ mark: "token" }], [{ made: "now" }]], needs: -1 },
  ]);
  expect(transaction[2]).toEqual({
    text: "insert",
    values: [
      [{ statement: 1, row: 0, column: 0 }],
      ['{"id":"', { mark: "vehicle" }, '","hash":"', { made: "hash" }, '"}'],
      ["2020-01-01T00:00:00.000Z"],
      null,
      ["12"],
    ],
    needs: 1,
  });
});

test("statements go together until one needs the answer of another; COMMIT waits where a change may be refused", () => {
  const needs = [-1, -1, -1, 1, -1, 3, -1].map((each, at) => ({
    ...{ text: at === 6 ? "commit" : `s${at}`, values: [], needs: each },
  }));
  expect(flightsOf(needs, false)).toEqual([
    [0, 1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(flightsOf(needs, true).at(-1)).toEqual([6]);
});
