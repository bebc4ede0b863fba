import {
  type ContractPage,
  type ContractRead,
  defaultPageSize,
  type ListContracts,
} from "@vehicle-contracts/contract-model";
import { contract, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { askForContracts } from "../contract-row.ts";
import { toCursor } from "../cursor.ts";
import { together } from "../together.ts";
import { requireVehicle, vehicleById } from "../vehicle-row.ts";
import type { Place } from "./contract-order.ts";

/** Sort keys that are a field of the contract and a column of its row. */
const columns = {
  contractNumber: contract.contractNumber,
  startDate: contract.startDate,
  endDate: contract.endDate,
  createdAt: contract.createdAt,
  updatedAt: contract.updatedAt,
} as const;
type PlainKey = keyof typeof columns;
type PlainSort = { by: PlainKey; direction: "asc" | "desc" };

/** The first page of all contracts of a vehicle: what a vehicle's screen and most programs ask. */
export type PlainQuestion = { vehicleId: string; sort: PlainSort; limit: number };

/** The question, where it is as plain as that; else null. */
export function plainQuestion(input: ListContracts): PlainQuestion | null {
  const sort = input.sort ?? { by: "createdAt", direction: "desc" };
  const filtered = Object.values(input.filter ?? {}).some((value) => value !== null && value !== undefined);
  if (!input.vehicleId || input.cursor || input.search?.trim() || filtered || !isPlain(sort)) return null;
  return { vehicleId: input.vehicleId, sort, limit: input.limit ?? defaultPageSize };
}

const isPlain = (sort: { by: string; direction: string }): sort is PlainSort => sort.by in columns;

/** As `orderBy` of the other questions has it: rows without the value last, then by id in the same direction. */
function sorted(column: PgColumn, direction: "asc" | "desc") {
  const word = sql.raw(direction);
  return sql`${column} is null, ${column} ${word}, ${contract.contractId} ${word}`;
}

const asks = new Map<string, ReturnType<typeof askForContracts>>();

function askBy({ by, direction }: PlainSort): ReturnType<typeof askForContracts> {
  const name = `contracts_of_vehicle_by_${by}_${direction}`;
  const ask =
    asks.get(name) ??
    askForContracts(name, eq(contract.vehicleId, sql.placeholder("vehicleId")), {
      by: sorted(columns[by], direction),
      limit: sql.placeholder("limit"),
    });
  asks.set(name, ask);
  return ask;
}

/** The page, in one flight. `question` is what its cursor goes with. Throws NOT_FOUND (the vehicle). */
export async function plainPage(
  tx: TenantTx,
  { vehicleId, sort, limit }: PlainQuestion,
  question: unknown,
): Promise<ContractPage> {
  // One more than a page tells whether there is another.
  const [vehicle, found] = await tx.last(
    together([vehicleById(tx, vehicleId), askBy(sort)(tx, { vehicleId, limit: limit + 1 })]),
  );
  requireVehicle(vehicle, "vehicleId");
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? toCursor(question, placeOf(last, sort)) : null,
  };
}

const placeOf = (row: ContractRead, { by }: PlainSort): Place => ({
  key: row[by],
  contractId: row.contractId,
});
