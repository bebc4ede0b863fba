import type {
  Allowance,
  Cancellation,
  ContractStatus,
  ContractType,
  CoverageLine,
  Deductible,
  DistanceTerm,
  HoursTerm,
  Money,
  Price,
  SourceSystem,
  TransferPolicy,
  Used,
} from "@vehicle-contracts/contract-model";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "../columns.ts";
import { party } from "./party.ts";
import { provider } from "./provider.ts";
import { store } from "./store.ts";
import { vehicle } from "./vehicle.ts";

export const contract = pgTable(
  "contract",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    version: integer("version").notNull(),
    storeId: uuid("store_id").notNull(),
    vehicleId: uuid("vehicle_id").notNull(),
    contractNumber: binaryText("contract_number"),
    type: text("type").$type<ContractType>().notNull(),
    status: text("status").$type<ContractStatus>().notNull(),
    description: text("description"),
    notes: text("notes"),
    providerId: uuid("provider_id"),
    planCode: text("plan_code"),
    planVersion: integer("plan_version"),
    saleDate: date("sale_date", { mode: "string" }),
    startDate: date("start_date", { mode: "string" }),
    endDate: date("end_date", { mode: "string" }),
    termMonths: integer("term_months"),
    openEnded: boolean("open_ended").notNull(),
    waitingDays: integer("waiting_days").notNull(),
    awaitingProvider: boolean("awaiting_provider").notNull(),
    distance: jsonb("distance").$type<DistanceTerm>().notNull(),
    engineHours: jsonb("engine_hours").$type<HoursTerm>().notNull(),
    coverage: jsonb("coverage").$type<CoverageLine[]>().notNull(),
    allowances: jsonb("allowances").$type<Allowance[]>().notNull(),
    deductible: jsonb("deductible").$type<Deductible>().notNull(),
    price: jsonb("price").$type<Price>(),
    paid: jsonb("paid").$type<Money>(),
    refundRuleSetCode: text("refund_rule_set_code"),
    refundRuleSetVersion: integer("refund_rule_set_version"),
    transferPolicy: jsonb("transfer_policy").$type<TransferPolicy>(),
    cancellation: jsonb("cancellation").$type<Cancellation>(),
    predecessorId: uuid("predecessor_id"),
    successorId: uuid("successor_id"),
    sourceSystem: text("source_system").$type<SourceSystem>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    // What follows is copied or derived in the transaction that changes its source, so that lists and search stay on an
    // index under row-level security (only leakproof comparisons do): see docs/architecture.md.
    /** The last holder named. */
    holderId: uuid("holder_id"),
    holderSort: binaryText("holder_sort"),
    vin: binaryText("vin").notNull(),
    plateFolded: binaryText("plate_folded"),
    vehicleSort: binaryText("vehicle_sort").notNull(),
    /** Words of the holder's name and of the number, each after a blank. */
    words: binaryText("words").notNull(),
    /** Last odometer covered, in millimetres; null where nothing limits it. */
    endOdometerMm: bigint("end_odometer_mm", { mode: "number" }),
    endHours: integer("end_hours"),
    /** The latest odometer or hours are beyond the last covered. */
    pastLimit: boolean("past_limit").notNull(),
    /** Sums of the ledger, entries reversed left out; whoever writes the ledger holds this row. */
    used: jsonb("used").$type<Used>().notNull().default({ allowances: {}, amounts: {} }),
  },
  (t) => [
    primaryKey({ name: "contract_pkey", columns: [t.enterpriseId, t.contractId] }),
    unique("contract_number_of_provider").on(t.enterpriseId, t.providerId, t.contractNumber),
    foreignKey({
      name: "contract_store_fk",
      columns: [t.enterpriseId, t.storeId],
      foreignColumns: [store.enterpriseId, store.storeId],
    }),
    foreignKey({
      name: "contract_vehicle_fk",
      columns: [t.enterpriseId, t.vehicleId],
      foreignColumns: [vehicle.enterpriseId, vehicle.vehicleId],
    }),
    foreignKey({
      name: "contract_provider_fk",
      columns: [t.enterpriseId, t.providerId],
      foreignColumns: [provider.enterpriseId, provider.providerId],
    }),
    foreignKey({
      name: "contract_holder_fk",
      columns: [t.enterpriseId, t.holderId],
      foreignColumns: [party.enterpriseId, party.partyId],
    }),
    foreignKey({
      name: "contract_predecessor_fk",
      columns: [t.enterpriseId, t.predecessorId],
      foreignColumns: [t.enterpriseId, t.contractId],
    }),
    foreignKey({
      name: "contract_successor_fk",
      columns: [t.enterpriseId, t.successorId],
      foreignColumns: [t.enterpriseId, t.contractId],
    }),
    // contract_by_start, contract_of_vehicle, contract_of_holder and contract_facets carry further columns (INCLUDE),
    // which the generator does not know: they stand in the migration of what is not generated.
    index("contract_by_created").on(t.enterpriseId, t.createdAt, t.contractId),
    index("contract_by_updated").on(t.enterpriseId, t.updatedAt, t.contractId),
    index("contract_by_end").on(t.enterpriseId, t.endDate, t.contractId),
    // What has run out by distance or hours, whose end may be far off yet: few among many.
    index("contract_run_out_early")
      .on(t.enterpriseId, t.endDate, t.contractId)
      .where(sql`past_limit or status = 'EXPIRED'`),
    // What the clock looks for: the few that time has caught up with, without reading the many that it has not.
    index("contract_clock_start")
      .on(t.enterpriseId, t.startDate)
      .where(sql`status = 'PENDING' and not awaiting_provider`),
    index("contract_clock_end")
      .on(t.enterpriseId, t.endDate)
      .where(sql`status in ('PENDING', 'ACTIVE', 'SUSPENDED')`),
    index("contract_clock_limit")
      .on(t.enterpriseId, t.startDate)
      .where(sql`past_limit and status in ('PENDING', 'ACTIVE', 'SUSPENDED')`),
    index("contract_by_number").on(t.enterpriseId, t.contractNumber, t.contractId),
    index("contract_by_holder").on(t.enterpriseId, t.holderSort, t.contractId),
    index("contract_by_vehicle").on(t.enterpriseId, t.vehicleSort, t.contractId),
    tenantPolicy("contract"),
  ],
);
