import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shot } from "./shot.ts";
import { reportLines, volley } from "./volley.ts";

/** A program with every fault that is looked for. */
const server = createServer((request, response) => {
  if (request.url === "/hangs") return;
  if (request.url === "/fails") response.statusCode = 500;
  if (request.url === "/half") {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    return;
  }
  const trace = `Error\n    at parse (/srv/app/main.ts:3:1)`;
  response.end(request.url === "/tells" ? trace : "no");
});
let at = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // one that listens on TCP has a port
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string): Shot => ({ kind: "planted", at, method: "GET", path, headers: {}, body: null });

test("an answer of 500, a stack trace, and no answer or half of one are each a fault; a refusal is none", async () => {
  const bytes = Buffer.from("GET /fails HTTP/1.1\r\nhost: x\r\n\r\n");
  const shots = [
    get("/"),
    get("/fails"),
    get("/tells"),
    get("/hangs"),
    get("/half"),
    { kind: "raw", at, bytes },
  ];
  const { faults, counts } = await volley(shots, 300);
  expect(faults.map(({ shot, why }) => ["bytes" in shot ? "raw" : shot.path, why]).toSorted()).toEqual([
    ["/fails", "answered 500"],
    ["/half", "no answer within 300 ms"],
    ["/hangs", "no answer within 300 ms"],
    ["/tells", "shows where in the code it was"],
    ["raw", "answered 500"],
  ]);
  expect(counts.get("planted")).toEqual(
    new Map([
      [200, 2],
      [500, 1],
    ]),
  );
});

test("bytes that are no HTTP at all may be answered by closing", async () => {
  const report = await volley([{ kind: "raw", at, bytes: Buffer.from([0, 1, 2, 255]) }], 2_000);
  expect(report.faults).toEqual([]);
  expect(reportLines(report).at(-1)).toMatch(/^1 requests, 0 faults/);
});
