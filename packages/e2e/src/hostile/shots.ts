import { hostileJson, hostileNames, pathsOf, withAt } from "@vehicle-contracts/trpc-router/testing";
import fc from "fast-check";
import type { Shot } from "./shot.ts";
import type { Target, Targets } from "./targets.ts";

const mark = "hostile-value-stands-here";
const text = (value: unknown) => JSON.stringify(value) ?? "null";

/** A good input with one part of it replaced, or added, by something hostile; or nothing but that. */
function bent({ input }: Target, cursors: readonly string[]): fc.Arbitrary<string> {
  const paths = fc.constantFrom(...pathsOf(input));
  const value =
    cursors.length > 0 ? fc.oneof({ weight: 9, arbitrary: hostileJson }, bentCursor(cursors)) : hostileJson;
  const place = fc.oneof(
    paths,
    fc.tuple(paths, fc.constantFrom(...hostileNames)).map(([before, name]) => [...before, name]),
  );
  return fc
    .tuple(place, value)
    .map(([where, json]) => text(withAt(input, where, mark)).replace(text(mark), () => json));
}

/** A cursor of ours with some of its letters changed. */
const bentCursor = (cursors: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...cursors), fc.nat(), fc.string({ maxLength: 3 }), fc.nat(40))
    .map(([cursor, at, put, without]) => {
      const place = at % cursor.length;
      return text(cursor.slice(0, place) + put + cursor.slice(place + without));
    });

/** JSON that is none. */
const broken = fc
  .tuple(hostileJson, fc.nat(), fc.constantFrom("", "}", "\u0000", ",", '"', "//", "NaN", "\\u12"))
  .map(([json, at, put]) => json.slice(0, at % (json.length + 1)) + put);

const contentTypes = fc.oneof(
  { weight: 12, arbitrary: fc.constant("application/json") },
  fc.constantFrom(
    ...[
      "application/json; charset=utf-16",
      "application/json;;;",
      "text/plain",
      "application/jsonl",
      "",
      " ",
    ],
    ...["multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"],
    ...["application/octet-stream", "application/json\tx", "*/*", "x".repeat(3_000)],
  ),
);

/** Header values that a client may send and no program expects. */
const someOddHeaders = fc.dictionary(
  fc.constantFrom(
    ...["accept", "accept-language", "accept-encoding", "correlation-id", "x-onbehalf-of", "x-forwarded-for"],
    ...[
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-request-id",
      "x-peer-address",
      "trpc-accept",
      "content-encoding",
    ],
    ...["if-none-match", "range", "rsc", "next-action", "next-router-state-tree", "next-router-prefetch"],
    ...[
      "next-url",
      "x-nonce",
      "x-own-path",
      "x-middleware-subrequest",
      "x-nextjs-data",
      "origin",
      "referer",
      "forwarded",
    ],
  ),
  fc
    .oneof(
      fc.constantFrom(
        ...[
          "",
          "1",
          "%%%",
          "%5B%22%22%5D",
          "[]",
          "{}",
          "null",
          "__proto__",
          "evil.example",
          "http://evil.example",
        ],
        ...[
          "gzip",
          "100-continue",
          "bytes=0-99999999999999",
          "127.0.0.1",
          "::1",
          "x".repeat(4_000),
          "a,b,c,,,",
          "*",
        ],
        ...[
          "application/jsonl",
          "text/x-component",
          "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
          "de-DE-u-nu-xyz",
          "xx-😀",
        ],
      ),
      fc.string({ maxLength: 60 }),
    )
    .map((value) => value.replace(/[^\t\x20-\x7e]/g, "?")),
  { maxKeys: 3 },
);

/** Most requests come without, so that they get further. */
const oddHeaders = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, someOddHeaders);

type Door = { kind: string; at: string; path: string; headers: Record<string, string> };

function trpcShots(door: Door, { procedures, cursors }: Targets): fc.Arbitrary<Shot> {
  const target = fc.constantFrom(...procedures);
  const call = target.chain((of) =>
    fc.tuple(fc.constant(of), fc.oneof({ weight: 8, arbitrary: bent(of, cursors) }, broken)),
  );
  // a change by GET is refused before anything is read
  const asked = fc.oneof({ weight: 9, arbitrary: call.filter(([{ isQuestion }]) => isQuestion) }, call);
  const shot = (kind: string, method: string, path: string, headers: object, body: string | null): Shot => ({
    kind: `${door.kind} ${kind}`,
    at: door.at,
    method,
    path: door.path + path,
    headers: { ...door.headers, ...headers },
    body,
  });
  const post = fc
    .tuple(call, contentTypes, oddHeaders)
    .map(([[of, json], type, odd]) =>
      shot("single POST", "POST", of.name, { ...odd, "content-type": type }, json),
    );
  const get = fc
    .tuple(asked, oddHeaders)
    .map(([[of, json], odd]) =>
      shot("single GET", "GET", `${of.name}?input=${escaped(json, 4_000)}`, odd, null),
    );
  const batch = fc
    .tuple(fc.array(call, { minLength: 1, maxLength: 22 }), fc.boolean(), oddHeaders)
    .map(([calls, isPost, odd]) => {
      const names = calls.map(([{ name }]) => name).join(",");
      const body = `{${calls.map(([, json], index) => `"${index}":${json}`).join(",")}}`;
      return isPost
        ? shot("batch POST", "POST", `${names}?batch=1`, { ...odd, "content-type": "application/json" }, body)
        : shot("batch GET", "GET", `${names}?batch=1&input=${escaped(body, 6_000)}`, odd, null);
    });
  const names = fc
    .tuple(fc.oneof(hostilePath, fc.constantFrom(...procedures.map(({ name }) => name))), hostilePath, broken)
    .map(([name, query, body]) =>
      shot("names", "POST", `${name}?${query}`, { "content-type": "application/json" }, body),
    );
  return fc.oneof(
    { weight: 5, arbitrary: post },
    { weight: 3, arbitrary: get },
    { weight: 2, arbitrary: batch },
    names,
  );
}

/** So much of it for an address; encodeURIComponent takes no half of a pair. */
const escaped = (json: string, length: number) => encodeURIComponent(json.slice(0, length).toWellFormed());

/** Parts of an address, as bytes that a client of HTTP may send. */
const hostilePath: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      ...[
        "%",
        "%zz",
        "%00",
        "%E0%A4%A",
        "..%2f..%2fetc%2fpasswd",
        "../../etc/passwd",
        "//evil.example",
        "/%5cevil.example",
      ],
      ...[
        "__proto__",
        "constructor",
        "a.b.c",
        "contracts.list,contracts.list",
        ",,,,",
        ".",
        "..",
        "%2e%2e",
        "?",
        "&&&===",
        "batch=1",
      ],
      ...[
        "batch=1&batch=1",
        "input=%7B",
        "input[]=1",
        "connectionParams=%7B%7D",
        "x".repeat(7_000),
        "%ff%fe",
        "%25%2530",
        ";a=b",
        "~",
        "*",
      ],
      ...[
        "contracts.list%2Fx",
        "contracts.list%00",
        "_next/data/x.json",
        "index.php",
        ".env",
        "_rsc=1",
        "%F0%9F%98%80",
      ],
    ),
    fc.string({ maxLength: 40 }).map((path) => encodeURI(path.toWellFormed())),
    fc.string({ maxLength: 40 }),
  )
  .map((path) => path.replace(/[^\x21-\x7e]|#/g, "_"));

const pages = [
  "contracts",
  "contracts/new",
  "vehicles",
  "customers",
  "providers",
  "administration/users",
  "administration/api-clients",
  "account",
  "forgot-password",
  "sign-in",
  "set-password/x",
];

/** Pages asked for with addresses and parameters that none of them has. */
function pageShots({ adminUrl, cookie }: Targets): fc.Arbitrary<Shot> {
  const names = [
    "q",
    "status",
    "sort",
    "open",
    "provider",
    "store",
    "holder",
    "vehicleId",
    "chosen",
    "sought",
    "back",
    "set",
    "page",
    "cursor",
    "x",
  ];
  const query = fc.array(
    fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(
        hostilePath,
        hostileJson.map((json) => escaped(json, 1_500)),
      ),
    ),
    {
      maxLength: 3,
    },
  );
  return fc
    .tuple(
      fc.constantFrom(...pages),
      fc.option(hostilePath, { freq: 1 }),
      query,
      oddHeaders,
      fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS"),
    )
    .map(([page, below, pairs, odd, method]) => ({
      kind: "admin page",
      at: adminUrl,
      method,
      path: `/${page}${below === null ? "" : `/${below}`}?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`,
      headers: { cookie, ...odd },
      body: method === "POST" ? "x=1" : null,
    }));
}

function tokenShots({ apiUrl, client }: Targets): fc.Arbitrary<Shot> {
  const value = fc.oneof(
    hostileJson.map((json) => escaped(json, 5_000)),
    hostilePath,
  );
  const form = fc
    .array(
      fc.tuple(
        fc.constantFrom("grant_type", "client_id", "client_secret", "scope", "__proto__"),
        fc.oneof(value, fc.constantFrom("client_credentials", client.clientId)),
      ),
      { maxLength: 5 },
    )
    .map((pairs) => pairs.map(([name, given]) => `${name}=${given}`).join("&"));
  const basic = fc.option(
    fc.oneof(
      fc
        .string({ unit: "binary", maxLength: 60 })
        .map((pair) => `Basic ${Buffer.from(`${pair}:${pair}`).toString("base64")}`),
      fc.constantFrom(
        "Basic",
        "Basic %%%",
        "Basic Og==",
        "Bearer x",
        `Basic ${"QQ".repeat(4_000)}`,
        "Basic JTp4",
      ),
    ),
  );
  return fc
    .tuple(form, basic, fc.oneof(fc.constant("application/x-www-form-urlencoded"), contentTypes))
    .map(([body, authorization, type]) => ({
      kind: "api token",
      at: apiUrl,
      method: "POST",
      path: "/oauth/token",
      headers: { "content-type": type, ...(authorization === null ? {} : { authorization }) },
      body,
    }));
}

function signInShots({ adminUrl, email }: Targets): fc.Arbitrary<Shot> {
  const fields = { email, password: "wrong wrong wrong", token: "x".repeat(32), rememberMe: true };
  const body = fc.oneof(bent({ name: "", isQuestion: false, input: fields }, []), broken);
  const paths = [
    "sign-in/email",
    "sign-out",
    "get-session",
    "sign-up/email",
    "reset-password",
    "callback/x",
    "error",
    "%zz",
  ].map((path) => `/api/auth/${path}`);
  return fc
    .tuple(
      fc.oneof(fc.constantFrom("/api/auth/sign-in/email", "/api/set-password"), fc.constantFrom(...paths)),
      body,
      contentTypes,
      oddHeaders,
      fc.constantFrom("POST", "POST", "GET"),
    )
    .map(([path, json, type, odd, method]) => ({
      kind: "admin sign-in",
      at: adminUrl,
      method,
      path,
      headers: {
        ...odd,
        "content-type": type,
        cookie: `vehicle-contracts.session_token=${escaped(json, 500)}`,
      },
      body: method === "GET" ? null : json,
    }));
}

/** What somebody does about their own sign-in, and who has forgotten the password. */
function accountShots({ adminUrl, cookie, email }: Targets): fc.Arbitrary<Shot> {
  const fields = { email, password: "wrong wrong wrong", code: "123456", sessionId: "x".repeat(32) };
  const actions = [
    "facts",
    "end-session",
    "end-other-sessions",
    "begin-second-factor",
    "confirm-second-factor",
    "renew-recovery-codes",
    "end-second-factor",
  ].map((action) => `/api/account/${action}`);
  const odd = hostilePath.map((name) => `/api/account/${name}`);
  // each takes one field of these, and refuses the others
  const one = fc
    .constantFrom(...Object.entries(fields))
    .chain(([name, value]) => bent({ name: "", isQuestion: false, input: { [name]: value } }, []));
  return fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom("/api/forgot-password", ...actions) },
        { weight: 1, arbitrary: odd },
      ),
      fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: broken }),
      contentTypes,
      oddHeaders,
      fc.constantFrom("POST", "POST", "POST", "GET", "DELETE"),
    )
    .map(([path, json, type, more, method]) => ({
      kind: "admin account",
      at: adminUrl,
      method,
      path,
      headers: { cookie, ...more, "content-type": type },
      body: method === "GET" ? null : json,
    }));
}

/** Bytes that are hardly HTTP. */
function rawShots({ apiUrl, adminUrl, bearer, cookie }: Targets): fc.Arbitrary<Shot> {
  const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString("latin1"));
  const line = fc.oneof(
    fc.constantFrom(
      ...[
        "GET / HTTP/1.1",
        "GET  HTTP/1.1",
        "GET /trpc/session.me HTTP/9.9",
        "get / http/1.1",
        "POST /trpc/session.me HTTP/1.1",
        "GET / HTTP/1.0",
        "GET /",
      ],
      ...[
        "OPTIONS * HTTP/1.1",
        "TRACE / HTTP/1.1",
        "CONNECT evil.example:443 HTTP/1.1",
        "GET http://evil.example/ HTTP/1.1",
        "GET //evil.example/ HTTP/1.1",
        "PRI * HTTP/2.0",
      ],
      ...[
        `GET /${"a".repeat(20_000)} HTTP/1.1`,
        "GET /\u0000 HTTP/1.1",
        "GET /\u00ff\u00fe HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET /api/trpc/%zz HTTP/1.1",
        "\r\n\r\nGET / HTTP/1.1",
      ],
      ...[
        "DELETE /contracts HTTP/1.1",
        "PROPFIND / HTTP/1.1",
        "POST /oauth/token HTTP/1.1",
        "POST /api/auth/sign-in/email HTTP/1.1",
        "POST /contracts HTTP/1.1",
        "GET /_next/image?url=http://evil.example&w=1&q=1 HTTP/1.1",
      ],
    ),
    anyBytes,
  );
  const header = fc.oneof(
    fc.constantFrom(
      ...[
        "content-length: 5",
        "content-length: -1",
        "content-length: 99999999999999999999",
        "content-length: 1, 2",
        "content-length: 0x10",
        "transfer-encoding: chunked",
      ],
      ...[
        "transfer-encoding: chunked, gzip",
        "transfer-encoding: x",
        "connection: upgrade\r\nupgrade: websocket",
        "upgrade: h2c",
        "expect: 100-continue",
        "host: evil.example",
      ],
      ...[
        "host:",
        "host: a\r\nhost: b",
        " folded: x",
        "no colon",
        ": no name",
        "x\u0000y: z",
        `x: ${"y".repeat(20_000)}`,
        "cookie: a=b; ;=;;c",
        "cookie: \u00ff\u00fe",
      ],
      ...[
        "content-type: application/json",
        "content-type: multipart/form-data; boundary=",
        "content-encoding: gzip",
        "authorization: Bearer \u00ff",
        `authorization: Bearer ${"z".repeat(9_000)}`,
      ],
      ...[
        `authorization: Bearer ${bearer}`,
        `cookie: ${cookie}`,
        "correlation-id: a\tb",
        "origin: null",
        "next-action: x",
        "next-router-state-tree: %",
        "rsc: 1",
        "x-forwarded-host: evil.example",
      ],
      Array.from({ length: 150 }, (_, index) => `h${index}: x`).join("\r\n"),
    ),
    anyBytes.map((bytes) => `x-odd: ${bytes}`),
  );
  const body = fc.oneof(
    fc.constantFrom(
      "",
      "{}",
      "5\r\nhello\r\n0\r\n\r\n",
      "ffffffffffffffff\r\n",
      "z\r\n",
      "hello",
      "0\r\nx: y\r\n\r\n",
      "GET / HTTP/1.1\r\nhost: x\r\n\r\n",
    ),
    anyBytes,
  );
  return fc
    .tuple(
      fc.constantFrom({ kind: "api bytes", at: apiUrl }, { kind: "admin bytes", at: adminUrl }),
      line,
      fc.boolean(),
      fc.array(header, { maxLength: 4 }),
      body,
    )
    .map(([door, first, hasHost, headers, rest]) => ({
      ...door,
      bytes: Buffer.from(
        [first, ...(hasHost ? ["host: localhost"] : []), ...headers, "", rest].join("\r\n"),
        "latin1",
      ),
    }));
}

/** So many hostile requests at all doors of the product, the same ones for the same seed. */
export function* shotsAt(targets: Targets, requests: number, seed: number): Generator<Shot> {
  const { apiUrl, adminUrl, bearer, cookie } = targets;
  const api = { kind: "api", at: apiUrl, path: "/trpc/", headers: { authorization: `Bearer ${bearer}` } };
  const admin = { kind: "admin", at: adminUrl, path: "/api/trpc/", headers: { cookie } };
  const shots = fc.oneof(
    { weight: 7, arbitrary: trpcShots(api, targets) },
    { weight: 5, arbitrary: trpcShots(admin, targets) },
    { weight: 2, arbitrary: pageShots(targets) },
    { weight: 2, arbitrary: tokenShots(targets) },
    { weight: 1, arbitrary: signInShots(targets) },
    { weight: 1, arbitrary: accountShots(targets) },
    { weight: 3, arbitrary: rawShots(targets) },
  );
  // some at a time: many of them are long
  for (let made = 0; made < requests; made += 200)
    yield* fc.sample(shots, { seed: seed + made, numRuns: Math.min(200, requests - made) });
}
