// A bare server: node:http and postgres.js, by hand. It sends the statements that the register was recorded to send.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Contract, ContractRead } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { hashSecretToken } from "@vehicle-contracts/services";
import postgres from "postgres";
import { contractRead, withoutShorts } from "../contract-answer.ts";
import { tellPort } from "../doors/door.ts";
import type { Recording } from "../recording/recording.ts";
import { type Asked, marksOf } from "../scenarios/marks.ts";
import { instant } from "../wall-clock.ts";
import { type Catalogue, readCatalogue, readerOf } from "./rows.ts";
import { type Answers, NotAllowed, type Plan, planOf, runCall, Stale } from "./statements.ts";

const { PROGRAM_DATABASE_URL = "", RECORDING = "", CONNECTIONS = "10" } = process.env;
const recording = JSON.parse(await readFile(RECORDING, "utf8")) as Recording; // written by this package
const sql = postgres(PROGRAM_DATABASE_URL, {
  max: Number(CONNECTIONS),
  fetch_types: false,
  onnotice: () => {},
  connection: { application_name: "bench bare", TimeZone: "UTC", DateStyle: "ISO" },
});
const asText = (value: unknown) => value;
for (const type of [16, 17, 114, 1082, 1114, 1184, 3802]) sql.options.serializers[type] = asText as never;
for (const type of [1082, 1114, 1184]) sql.options.parsers[type] = asText as never;
const catalogue: Catalogue = await readCatalogue(sql);

const plans = new Map<string, Plan>(
  Object.entries(recording.calls).map(([name, template]) => [name, planOf(template)]),
);
const searches = new Map<string, Plan>(
  recording.searches.map(({ path, body, template }) => [`${path} ${body}`, planOf(template)]),
);

const readers = new Map<unknown, ReturnType<typeof readerOf>>();
function readerFor(columns: Answers[number]["columns"]) {
  let reader = readers.get(columns);
  if (reader === undefined) {
    reader = readerOf(catalogue, columns);
    readers.set(columns, reader);
  }
  return reader;
}

/** The last whole contracts that the statements answered, in the order in which they were asked for. */
function contractsIn(answers: Answers, now: string, wanted?: string): ContractRead[] {
  for (const { rows, columns, values } of answers.toReversed()) {
    const reader = readerFor(columns);
    if (reader === null) continue;
    const contracts = rows.map((row) => contractRead(reader(row), now));
    if (wanted !== undefined && !contracts.some(({ contractId }) => contractId === wanted)) continue;
    const place = new Map(values.map((value, index) => [value, index]));
    const isOrdered = contracts.every(({ contractId }) => place.has(contractId));
    const at = ({ contractId }: ContractRead) => place.get(contractId) ?? 0;
    return isOrdered ? contracts.sort((a, b) => at(a) - at(b)) : contracts;
  }
  return [];
}

type Input = Asked & {
  search?: string | null;
  filter?: object;
  contract?: Asked["contract"] & Partial<Contract>;
  changes?: { notes?: string | null };
};

async function answer(path: string, body: string, authorization: string): Promise<unknown> {
  const input = JSON.parse(body) as Input; // the callers are this package's own
  const now = instant();
  const token = hashSecretToken(authorization.slice("Bearer ".length));
  const procedure = path.slice("/trpc/contracts.".length);
  const contractId = procedure === "create" ? newId() : (input.contractId ?? "");
  const call = { marks: { ...marksOf(input, contractId), token }, now, body };
  const plan = searches.get(`${path} ${body}`) ?? plans.get(procedure);
  if (plan === undefined) throw new Error(`Nothing was recorded for ${path} ${body}.`);
  const answers = await runCall(sql, plan, call);
  if (procedure === "count") {
    const [row] = answers.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
    return { count: Math.min(10_000, Number(row?.[0])), capped: Number(row?.[0]) > 10_000 };
  }
  const contracts = contractsIn(answers, now, procedure === "list" ? undefined : contractId);
  if (procedure === "list") return { items: contracts.slice(0, 25), nextCursor: null };
  const [read] = contracts;
  if (procedure === "get") return read;
  const whole = read ? withoutShorts(read) : recording.created;
  if (procedure === "create") {
    const { contract } = input;
    return {
      contract: {
        ...whole,
        ...{
          contractId,
          version: 1,
          vehicleId: contract?.vehicleId,
          contractNumber: contract?.contractNumber,
        },
        ...{ storeId: contract?.storeId, createdAt: now, updatedAt: now },
      },
      warnings: [],
    };
  }
  const version = (input.version ?? 0) + 1;
  return {
    contract: { ...whole, version, notes: input.changes?.notes ?? null, updatedAt: now },
    warnings: [],
  };
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString("utf8");
    answer(request.url ?? "", body, request.headers.authorization ?? "").then(
      (data) => respond(response, 200, { result: { data } }),
      (error: unknown) => {
        const status = error instanceof NotAllowed ? 401 : error instanceof Stale ? 409 : 500;
        if (status === 500) console.error(error);
        respond(response, status, { error: { message: String(error) } });
      },
    );
  });
});
server.listen(0, "127.0.0.1", () => tellPort(server.address()));
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
