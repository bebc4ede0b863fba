import type { ContractPage, ContractQuestion, Count, ListContracts } from "@vehicle-contracts/contract-model";
import { callOnce, WrongAnswer } from "../load-generator/load.ts";
import { commonestSurname } from "../register/names.ts";
import type { Sample } from "./sample.ts";

/** A kind of question over the whole enterprise, with the inputs that it is asked with. */
export type Question = {
  name: string;
  asked: { path: string; body: string }[];
  /** What each contract that is found has in it somewhere, by the input. */
  found?: (input: ListContracts) => readonly string[];
};

/** Inputs of one question where a record of the register is looked for. */
const several = 8;
const deepPages = 20;

const lists = (name: string, inputs: readonly ListContracts[], found?: Question["found"]): Question => ({
  name,
  asked: inputs.map((input) => ({ path: "/trpc/contracts.list", body: JSON.stringify(input) })),
  ...(found ? { found } : {}),
});
const counts = (name: string, input: ContractQuestion): Question => ({
  name,
  asked: [{ path: "/trpc/contracts.count", body: JSON.stringify(input) }],
});
const searches = (name: string, texts: readonly string[], others: ListContracts = {}): Question =>
  lists(
    name,
    [...new Set(texts)].map((search) => ({ search, ...others })),
    ({ search }) => (search ?? "").split(" "),
  );

/** The searches and lists that are to stay quick in a large register. `deep` is a place far down the newest. */
export function questionsOf(sample: Sample, deep: string | null): Question[] {
  const some = <Item>(items: readonly Item[]): Item[] => items.slice(0, several);
  const vehicles = some(sample.vehicles);
  const vins = vehicles.map(({ vin }) => vin);
  const plates = vehicles.map(({ plate }) => plate);
  const rare = some(sample.holders.filter(({ familyName }) => familyName !== commonestSurname));
  const active = { filter: { effectiveStatus: ["ACTIVE" as const] } };
  const byEnd = (direction: "asc" | "desc") => ({ sort: { by: "endDate" as const, direction } });
  return [
    searches(
      "VIN, last 6",
      vins.map((vin) => vin.slice(-6)),
    ),
    searches(
      "VIN, last 4",
      vins.map((vin) => vin.slice(-4)),
    ),
    searches(
      "VIN, first 4",
      vins.map((vin) => vin.slice(0, 4)),
    ),
    searches(
      "plate, 3 digits",
      plates.map((plate) => /\d{3,}/.exec(plate)?.[0].slice(0, 3) ?? plate),
    ),
    searches("plate, whole", plates),
    searches("number", some(sample.numbers)),
    searches("number, first letters", ["EW", "SP"]),
    searches(
      "name",
      rare.map(({ familyName }) => familyName),
    ),
    searches("commonest name", [commonestSurname]),
    searches("a letter", ["m"]),
    searches(
      "two names",
      rare.map(({ name }) => name),
    ),
    searches("commonest name, ACTIVE by endDate", [commonestSurname], { ...active, ...byEnd("asc") }),
    lists("newest", [{}]),
    lists("ACTIVE by endDate", [{ ...active, ...byEnd("asc") }]),
    lists("EXPIRED by endDate, latest", [{ filter: { effectiveStatus: ["EXPIRED"] }, ...byEnd("desc") }]),
    ...(deep === null ? [] : [lists("newest, deep page", [{ cursor: deep }])]),
    counts("count, all", {}),
    counts("count, ACTIVE", active),
    counts("count, SUSPENDED", { filter: { effectiveStatus: ["SUSPENDED"] } }),
    counts("count, PENDING", { filter: { effectiveStatus: ["PENDING"] } }),
  ];
}

/** The cursor of a page far down the list of the newest; null where the list is not so long. */
export async function deepCursor(url: string, token: string): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 0; page < deepPages; page += 1) {
    const body = JSON.stringify({ limit: 200, ...(cursor === null ? {} : { cursor }) });
    // the answer of contracts.list
    const { nextCursor } = (await callOnce(url, token, "/trpc/contracts.list", body)) as ContractPage;
    if (nextCursor === null) return cursor;
    cursor = nextCursor;
  }
  return cursor;
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ü", "ue")
    .replaceAll("ö", "oe")
    .replaceAll("ä", "ae")
    .normalize("NFD")
    .replaceAll(/[^a-z0-9 ]/g, "");

/**
 * What every right answer to the question holds, once the first one has been looked at. Throws WrongAnswer where it
 * found nothing, or what was not asked for.
 */
export function proofOf({ name, found }: Question, body: string, answer: unknown): string {
  if (/^count/.test(name)) return `"count":${(answer as Count).count}`; // of contracts.count
  const { items } = answer as ContractPage; // of contracts.list
  const [first] = items;
  if (!first) throw new WrongAnswer(`${name}: ${body} found nothing.`);
  const parts =
    found?.(JSON.parse(body) as ListContracts).map((part) => folded(part).replaceAll(" ", "")) ?? [];
  for (const { vehicle, holder, contractNumber, contractId } of items) {
    const text = folded(`${vehicle.vin} ${vehicle.licensePlate} ${holder?.name} ${contractNumber}`);
    const joined = `${text} ${text.replaceAll(" ", "")}`;
    const missing = parts.find((part) => !joined.includes(part));
    if (missing !== undefined)
      throw new WrongAnswer(`${name}: ${body} found ${contractId}, without ${missing}.`);
  }
  return `"contractId":"${first.contractId}"`;
}
