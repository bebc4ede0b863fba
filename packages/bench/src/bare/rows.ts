import * as tables from "@vehicle-contracts/database";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type postgres from "postgres";
import type { ContractRows } from "../contract-answer.ts";

/** Which table and property a column of an answer is, by PostgreSQL's numbers for them. */
export type Catalogue = ReadonlyMap<string, readonly [table: string, property: string]>;

export async function readCatalogue(sql: postgres.Sql): Promise<Catalogue> {
  const properties = new Map<string, string>();
  for (const table of Object.values(tables))
    if (is(table, Table))
      for (const [property, { name }] of Object.entries(getTableColumns(table)))
        properties.set(`${getTableName(table)}.${name}`, property);
  const columns = await sql<{ oid: number; number: number; relation: string; name: string }[]>`
    select c.oid::int, a.attnum as number, c.relname as relation, a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0`;
  return new Map(
    columns.map(({ oid, number, relation, name }) => [
      `${oid} ${number}`,
      [relation, properties.get(`${relation}.${name}`) ?? name] as const,
    ]),
  );
}

type Reader = (row: readonly unknown[]) => ContractRows;

/** Reads whole contracts out of an answer's rows; null where it has none. */
export function readerOf(
  catalogue: Catalogue,
  columns: postgres.ColumnList<string> | null | undefined,
): Reader | null {
  if (!columns) return null; // of a statement without rows the driver says null
  const known = columns.map(({ table, number }) => catalogue.get(`${table} ${number}`) ?? null);
  const own = known.flatMap((column, index) =>
    column?.[0] === "contract" ? [[column[1], index] as const] : [],
  );
  if (!["contractId", "version", "coverage"].every((name) => own.some(([property]) => property === name)))
    return null;
  const vehicle = known.flatMap((column, index) =>
    column?.[0] === "vehicle" ? [[column[1], index] as const] : [],
  );
  const at = (table: string, property: string) =>
    known.findIndex((column) => column?.[0] === table && column[1] === property);
  const [storeName, timeZone] = [at("store", "name"), at("store", "timeZone")];
  const [providerName, holderName] = [at("provider", "name"), at("party", "name")];
  const [parties = -1, references = -1] = known.flatMap((column, index) => (column === null ? [index] : []));
  return (row) => {
    const contract: Record<string, unknown> = {};
    for (const [property, index] of own) contract[property] = row[index];
    contract.createdAt = instantOf(contract.createdAt);
    contract.updatedAt = instantOf(contract.updatedAt);
    const beside: Record<string, unknown> = {};
    for (const [property, index] of vehicle) beside[property] = row[index];
    const named = (index: number) => (typeof row[index] === "string" ? { name: row[index] } : null);
    // Put together by the names that the product's own tables have.
    return {
      contract,
      vehicle: beside,
      store: { name: row[storeName], timeZone: row[timeZone] },
      provider: named(providerName),
      holder: named(holderName),
      parties: row[parties],
      externalReferences: row[references],
    } as ContractRows;
  };
}

/** A point in time as the wire has it. */
function instantOf(value: unknown): string {
  const text = String(value);
  const fraction = text.length > 22 ? text.slice(20, text.length - 3) : "";
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, "0")}Z`;
}
