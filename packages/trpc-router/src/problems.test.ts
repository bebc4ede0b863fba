import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { DeadlineExceeded, Overloaded, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { ServiceError } from "@vehicle-contracts/services";
import { aClock, aContractInput, aDealerGroup, aProvider } from "@vehicle-contracts/services/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { headersOf, problemOf, trpcCodes } from "./problem-of.ts";
import { createCallerFactory, query, router } from "./procedures.ts";
import { type Answer, call, correlationId } from "./testing/call.ts";

const { database, programUrl } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const ask = (name: string, input: unknown, json?: string) =>
  call(database, group.administrator, name, input, json ?? JSON.stringify(input));
const faultsOf = ({ problem }: Answer) =>
  Object.fromEntries((problem?.fields ?? []).map(({ path, code }) => [path, code]));
const create = (contract: object, facts: object = {}) =>
  ask("contracts.create", { idempotencyKey: newId(), contract, ...facts });
const minimal = await aContractInput(group);
const made = (await create(minimal)).data as { contract: { contractId: string } };
const { contractId } = made.contract;

describe("the fields at fault", () => {
  test.each<[string, object, Record<string, string>]>([
    ["unknown names", { ...minimal, colour: "red" }, { colour: "UNKNOWN_FIELD" }],
    ["what the server makes", { ...minimal, version: 1 }, { version: "UNKNOWN_FIELD" }],
    ["what is missing", { ...minimal, vehicleId: undefined }, { vehicleId: "MISSING" }],
    ["what must not be null", { ...minimal, type: null }, { type: "NOT_ALLOWED" }],
    [
      "fields of a party",
      { ...minimal, parties: [{ role: "HOLDER", partyId: "nobody" }] },
      { "parties.0.partyId": "WRONG_FORMAT" },
    ],
    [
      "unknown names within",
      { ...minimal, distance: { kind: "unlimited", limit: 3 } },
      { "distance.limit": "UNKNOWN_FIELD" },
    ],
    ["an unknown kind", { ...minimal, distance: { kind: "endless" } }, { "distance.kind": "NOT_ALLOWED" }],
    ["a missing kind", { ...minimal, distance: {} }, { "distance.kind": "MISSING" }],
    [
      "percentages a covered line lacks",
      { ...minimal, coverage: [{ code: "*", treatment: "COVERED", partsPercent: 1 }] },
      { "coverage.0.labourPercent": "MISSING" },
    ],
    [
      "a percentage of five decimals, or over a hundred",
      {
        ...minimal,
        coverage: [{ code: "*", treatment: "COVERED", partsPercent: "1.00001", labourPercent: 101 }],
      },
      { "coverage.0.partsPercent": "WRONG_FORMAT", "coverage.0.labourPercent": "TOO_LARGE" },
    ],
    [
      "a price without an amount",
      { ...minimal, price: { currency: "EUR" } },
      { "price.grossMinor": "MISSING" },
    ],
    [
      "a number that is none",
      { ...minimal, termMonths: "36", waitingDays: 1.5 },
      { termMonths: "WRONG_TYPE", waitingDays: "WRONG_TYPE" },
    ],
    ["a date that does not exist", { ...minimal, startDate: "2026-02-29" }, { startDate: "WRONG_FORMAT" }],
    ["a status nothing is made as", { ...minimal, status: "VOID" }, { status: "NOT_ALLOWED" }],
    ["a name of the prototype", JSON.parse('{"__proto__": {"status": "VOID"}}'), expect.anything()],
  ])("start at the record: %s", async (_, contract, faults) => {
    const answer = await create(contract);
    expect(answer).toMatchObject({ status: 400, trpcCode: "BAD_REQUEST", problem: { code: "INVALID" } });
    expect(faultsOf(answer)).toEqual(faults);
  });

  test("of the envelope keep their own names", async () => {
    const answer = await ask("contracts.create", { contract: minimal, key: 1 });
    expect(faultsOf(answer)).toEqual({ idempotencyKey: "MISSING", key: "UNKNOWN_FIELD" });
    expect(faultsOf(await ask("contracts.create", { idempotencyKey: "1" }))).toEqual({ contract: "MISSING" });
  });

  test("say in plain words what would be right", async () => {
    const { problem } = await create({
      ...minimal,
      type: "WARRANTY",
      openEnded: "yes",
      parties: "nobody",
      plan: 7,
      price: { grossMinor: "100", currency: "euro" },
    });
    const said = Object.fromEntries((problem?.fields ?? []).map(({ path, message }) => [path, message]));
    expect(said).toEqual({
      type: expect.stringMatching(/^Must be one of MANUFACTURER_WARRANTY, .*OTHER\.$/),
      openEnded: "Must be true or false.",
      parties: "Must be a list.",
      plan: "Must be an object with named fields.",
      "price.grossMinor": expect.stringMatching(/^Must be a whole number/),
      "price.currency": "Must be an ISO 4217 currency code in capitals, such as EUR or GBP.",
    });
    for (const input of [7, [], "text"]) {
      const { problem: whole } = await ask("contracts.list", input);
      expect(whole).toMatchObject({ code: "INVALID", fields: [{ path: "", code: "WRONG_TYPE" }] });
      expect(whole?.message).toBe("The input: Must be an object with named fields.");
    }
  });

  test("a status is never changed, only moved", async () => {
    const answer = await ask("contracts.update", { contractId, version: 1, changes: { status: "VOID" } });
    expect(faultsOf(answer)).toEqual({ status: "UNKNOWN_FIELD" });
  });

  test("a name of the prototype is an unknown name", async () => {
    const json = JSON.stringify({ contractId, version: 1, changes: {} }).replace(
      '"changes":{}',
      '"changes":{"__proto__":{"notes":"x"}}',
    );
    expect((await ask("contracts.update", null, json)).problem?.fields).toMatchObject([
      { path: "__proto__", code: "UNKNOWN_FIELD" },
    ]);
  });

  test("a vehicle is asked for by its id or by its VIN: one of them, the other null or left out", async () => {
    const { vehicleId } = minimal;
    const found = await ask("vehicles.get", { vehicleId, vin: null });
    expect(found, found.text).toMatchObject({ status: 200, data: { vehicleId } });
    const { vin } = found.data as { vin: string };
    expect(await ask("vehicles.get", { vehicleId: null, vin })).toMatchObject({ data: { vehicleId } });
    for (const input of [{}, { vehicleId, vin }, { vehicleId: null, vin: null }])
      expect(await ask("vehicles.get", input)).toMatchObject({ problem: { code: "INVALID" } });
    expect(faultsOf(await ask("vehicles.get", { vehicleId, plate: "B-VC" }))).toEqual({
      plate: "UNKNOWN_FIELD",
    });
    expect(await ask("vehicles.get", { vin: "\u0000" })).toMatchObject({ problem: { code: "INVALID" } });
  });
});

describe("what an outside script may send", () => {
  test("ids in capitals", async () => {
    const answer = await ask("contracts.get", { contractId: contractId.toUpperCase() });
    expect(answer).toMatchObject({ status: 200, data: { contractId } });
  });

  test("any text of the shape of an id, which then is not there", async () => {
    const answer = await ask("contracts.get", { contractId: "11111111-1111-1111-1111-111111111111" });
    expect(answer).toMatchObject({ status: 404, problem: { code: "NOT_FOUND" } });
  });

  test("a contract as it was answered, but for what the server makes", async () => {
    const { data } = await ask("contracts.get", { contractId });
    const own = { ...(data as Record<string, unknown>) };
    const made = ["contractId", "version", "effectiveStatus", "createdAt", "updatedAt"];
    for (const name of [...made, "predecessorId", "successorId", "vehicle", "holder", "provider", "store"])
      delete own[name];
    expect(own).toHaveProperty("cancellation", null);
    const answer = await create(own);
    expect(answer, answer.text).toMatchObject({ status: 200, data: { contract: own } });
  });

  test("an end odometer as it was answered, however far", async () => {
    const distance = {
      kind: "limited",
      limit: { value: 9_999_999, unit: "KM" },
      startOdometer: { value: 12_000, unit: "KM" },
    };
    const engineHours = { kind: "limited", limit: 9_999_999, startHours: 10 };
    const { data } = await create({ ...minimal, distance, engineHours });
    const { contract } = data as { contract: { distance: unknown; engineHours: unknown } };
    const again = await create({
      ...minimal,
      distance: contract.distance,
      engineHours: contract.engineHours,
    });
    expect(again, again.text).toMatchObject({ status: 200 });
  });

  test.each(["19", "19.0", "7.7", 19, 0, "0", "100", 100, "100.0000"])(
    "the tax rate %j, kept as sent",
    async (taxRate) => {
      const price = { netMinor: 10_000, taxRate, currency: "EUR" };
      expect(await create({ ...minimal, price })).toMatchObject({
        data: { contract: { price: { taxRate } } },
      });
    },
  );

  test.each(["(555) 010-0199", "+44 (0)20 7946 0000", "040/1234", "+49-40-1234"])(
    "the telephone number %s",
    async (phone) => {
      const party = { kind: "PERSON", familyName: "Muster", phone };
      const answer = await ask("parties.create", { idempotencyKey: newId(), party });
      expect(answer, answer.text).toMatchObject({ status: 200, data: { party: { phone } } });
    },
  );

  test("nothing at all, an empty object or null, where nothing is asked", async () => {
    for (const input of [undefined, {}, null])
      expect(await ask("session.me", input)).toMatchObject({ status: 200 });
  });

  test("no input for a list of everything", async () => {
    for (const name of ["contracts.list", "vehicles.list", "stores.list"]) {
      const answer = await ask(name, undefined);
      expect(answer, answer.text).toMatchObject({ status: 200 });
    }
  });
});

describe("each problem has its code", () => {
  const body = async (answer: Promise<Answer>) => {
    const { text: _text, data: _data, ...rest } = await answer;
    return rest;
  };
  const envelope = { message: expect.any(String), fields: expect.any(Array), correlationId };

  test("STALE_VERSION is a conflict that carries the current contract", async () => {
    const { data } = await create(minimal);
    const { contract } = data as { contract: { contractId: string } };
    const update = (notes: string) =>
      ask("contracts.update", { contractId: contract.contractId, version: 1, changes: { notes } });
    await update("First");
    expect(await body(update("Second"))).toEqual({
      status: 409,
      trpcCode: "CONFLICT",
      problem: {
        ...envelope,
        code: "STALE_VERSION",
        current: { ...contract, notes: "First", version: 2 },
        changedSince: [
          {
            field: "notes",
            at: expect.any(String),
            by: { kind: "USER", id: group.administrator.id, name: "Adam Administrator", onBehalfOf: null },
          },
        ],
      },
    });
  });

  test("DUPLICATE is a conflict that names what exists", async () => {
    const { name, providerId } = await aProvider(group);
    const provider = { name, kind: "DEALER" };
    expect(await body(ask("providers.create", { idempotencyKey: newId(), provider }))).toEqual({
      status: 409,
      trpcCode: "CONFLICT",
      problem: {
        ...envelope,
        code: "DUPLICATE",
        existingId: providerId,
        fields: [{ path: "name", code: "DUPLICATE", message: expect.any(String) }],
      },
    });
  });

  test("IDEMPOTENCY_KEY_REUSED and RULE_BROKEN are what cannot be processed", async () => {
    await create(minimal, { idempotencyKey: "reused" });
    expect(await body(create({ ...minimal, notes: "Other" }, { idempotencyKey: "reused" }))).toEqual({
      status: 422,
      trpcCode: "UNPROCESSABLE_CONTENT",
      problem: { ...envelope, code: "IDEMPOTENCY_KEY_REUSED" },
    });
    expect(await body(create({ ...minimal, endDate: "2026-02-02" }))).toEqual({
      status: 422,
      trpcCode: "UNPROCESSABLE_CONTENT",
      problem: {
        ...envelope,
        code: "RULE_BROKEN",
        fields: [{ path: "endDate", code: "TERM_MISMATCH", message: expect.any(String) }],
      },
    });
  });

  test("NOT_FOUND says where the id stood", async () => {
    const parties = [{ role: "HOLDER", partyId: newId() }];
    expect(await body(create({ ...minimal, parties }))).toEqual({
      status: 404,
      trpcCode: "NOT_FOUND",
      problem: {
        ...envelope,
        code: "NOT_FOUND",
        fields: [{ path: "parties.0.partyId", code: "NOT_FOUND", message: expect.any(String) }],
      },
    });
  });

  test("a procedure that is not there is NOT_FOUND, and JSON that is none INVALID", async () => {
    expect(await body(ask("contracts.teleport", {}))).toEqual({
      status: 404,
      trpcCode: "NOT_FOUND",
      problem: { ...envelope, code: "NOT_FOUND" },
    });
    for (const name of ["contracts.create", "contracts.get"])
      expect(await body(ask(name, null, '{"contract":'))).toEqual({
        status: 400,
        trpcCode: expect.any(String),
        problem: { ...envelope, code: "INVALID" },
      });
  });

  test("an error tells nothing of the code it comes from", async () => {
    const { text } = await create({ ...minimal, type: null });
    expect(text).not.toMatch(/stack|\.ts|node_modules/);
  });
});

describe("what goes wrong here", () => {
  const failing = (work: () => unknown, output: z.ZodType = z.object({ value: z.string() })) =>
    createCallerFactory(
      router({
        failing: query({
          role: "viewer",
          scope: null,
          input: z.strictObject({}).optional(),
          output,
          service: async () => work(),
        }),
      }),
    )({ actor: group.viewer, correlationId, database }).failing(undefined);
  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: unknown) => error,
    );

  test("is INTERNAL, says nothing of itself, and names the call", async () => {
    const error = await failureOf(
      failing(() => {
        throw new Error("password=secret at /srv/x.ts");
      }),
    );
    expect(error).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    const problem = problemOf(error, correlationId);
    expect(problem).toMatchObject({ code: "INTERNAL", fields: [], correlationId });
    expect(problem.message).toContain(correlationId);
    expect(JSON.stringify(problem)).not.toMatch(/secret|srv/);
  });

  test("is INTERNAL too where an answer is not of its shape: nothing sent is at fault", async () => {
    const error = await failureOf(failing(() => ({ value: 1 })));
    expect(error).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    expect(problemOf(error, correlationId)).toMatchObject({ code: "INTERNAL", fields: [] });
  });

  const fromDriver = (code: string): [string, Error] => [
    code,
    Object.assign(new Error("from the driver"), { code }),
  ];
  test.each<[string, Error]>([
    ["more than can be held", new Overloaded()],
    ["a deadline passed", new DeadlineExceeded(8_000)],
    ...["55P03", "57014", "40001", "40P01", "57P01", "08006", "53300", "25P03"].map(fromDriver),
    ...["ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "EPIPE"].map(fromDriver),
  ])("and passes by itself is OVERLOADED, with the seconds to wait: %s", async (_, reason) => {
    const error = await failureOf(
      failing(() => {
        throw new Error("Failed query", { cause: reason });
      }),
    );
    expect(error).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    const problem = problemOf(error, correlationId);
    expect(problem).toMatchObject({ code: "OVERLOADED", retryAfterSeconds: 1 });
    expect(headersOf([problem])).toEqual({ "retry-after": "1" });
  });

  test.each(["23505", "22021", "42P01", "XX000", "42501"])(
    "and stays is INTERNAL: SQLSTATE %s",
    async (code) => {
      const error = await failureOf(
        failing(() => {
          throw new Error("Failed query", { cause: Object.assign(new Error("from the driver"), { code }) });
        }),
      );
      expect(problemOf(error, correlationId)).toMatchObject({ code: "INTERNAL" });
    },
  );

  test("a database that is away is OVERLOADED", async () => {
    const { database: gone, close } = await closed();
    await close();
    const answer = await call(gone, group.administrator, "contracts.get", { contractId });
    expect(answer).toMatchObject({ status: 503, problem: { code: "OVERLOADED", retryAfterSeconds: 1 } });
  });

  test("a question that comes while the program stops is OVERLOADED: another one may answer it", async () => {
    const closing = openDatabase({ url: programUrl });
    await closing.close();
    const answer = await call(closing, group.administrator, "contracts.get", { contractId });
    expect(answer).toMatchObject({ status: 503, problem: { code: "OVERLOADED", retryAfterSeconds: 1 } });
  });

  test("LIMIT_EXCEEDED says how long, and the longest of several counts", () => {
    const limited = (retryAfterSeconds: number) =>
      problemOf(
        new ServiceError({ code: "LIMIT_EXCEEDED", message: "Too many.", retryAfterSeconds }),
        correlationId,
      );
    expect(headersOf([limited(2.2), limited(7.5)])).toEqual({ "retry-after": "8" });
    expect(trpcCodes.LIMIT_EXCEEDED).toBe("TOO_MANY_REQUESTS");
    expect(headersOf([])).toEqual({});
  });
});

async function closed() {
  const { createServer } = await import("node:net");
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    database: openDatabase({ url: `postgres://nobody@127.0.0.1:${port}/none` }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
