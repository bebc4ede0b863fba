import type {
  Allowance,
  ContractStatus,
  ContractType,
  CoverageLine,
  Deductible,
  DistanceTerm,
  DistanceUnit,
  FieldChange,
  HoursTerm,
  Party,
  PartyKind,
  PartyRole,
  Price,
  ProviderKind,
  RevisionAction,
  RevisionActor,
  SourceSystem,
  VinKind,
  VinPolicy,
} from "@vehicle-contracts/contract-model";
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
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { binaryText, enterpriseId, instant, tenantPolicy } from "./columns.ts";

/** A dealer group; its id is that of the organisation in the sign-in tables. */
export const enterprise = pgTable(
  "enterprise",
  { enterpriseId: enterpriseId(), name: text("name").notNull(), createdAt: instant("created_at").notNull() },
  (t) => [primaryKey({ name: "enterprise_pkey", columns: [t.enterpriseId] }), tenantPolicy("enterprise")],
);

export const store = pgTable(
  "store",
  {
    enterpriseId: enterpriseId(),
    storeId: uuid("store_id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    country: text("country").notNull(),
    currency: text("currency").notNull(),
    distanceUnit: text("distance_unit").$type<DistanceUnit>().notNull(),
    vinPolicy: text("vin_policy").$type<VinPolicy>().notNull(),
    system: text("system").$type<SourceSystem>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "store_pkey", columns: [t.enterpriseId, t.storeId] }),
    foreignKey({
      name: "store_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    tenantPolicy("store"),
  ],
);

export const vehicle = pgTable(
  "vehicle",
  {
    enterpriseId: enterpriseId(),
    vehicleId: uuid("vehicle_id").notNull(),
    version: integer("version").notNull(),
    /** Normalised: upper case, no white space. */
    vin: binaryText("vin").notNull(),
    vinKind: text("vin_kind").$type<VinKind>().notNull(),
    licensePlate: text("license_plate"),
    /** Without blanks and hyphens, folded; for search. */
    plateFolded: binaryText("plate_folded"),
    engineNumber: text("engine_number"),
    make: text("make"),
    model: text("model"),
    variant: text("variant"),
    /** Make, model and variant, folded; for sorting. */
    sortName: binaryText("sort_name").notNull(),
    modelYear: integer("model_year"),
    firstRegistrationDate: date("first_registration_date", { mode: "string" }),
    fuel: text("fuel"),
    /** The latest reading not withdrawn, copied from the readings in the transaction that records one. */
    odometerValue: integer("odometer_value"),
    odometerUnit: text("odometer_unit").$type<DistanceUnit>(),
    odometerDate: date("odometer_date", { mode: "string" }),
    odometerSource: text("odometer_source"),
    hoursValue: integer("hours_value"),
    hoursDate: date("hours_date", { mode: "string" }),
    hoursSource: text("hours_source"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "vehicle_pkey", columns: [t.enterpriseId, t.vehicleId] }),
    unique("vehicle_by_vin").on(t.enterpriseId, t.vin),
    foreignKey({
      name: "vehicle_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("vehicle_by_created").on(t.enterpriseId, t.createdAt, t.vehicleId),
    tenantPolicy("vehicle"),
  ],
);

const reading = {
  enterpriseId: enterpriseId(),
  vehicleId: uuid("vehicle_id").notNull(),
  /** From 1 in each vehicle, in the order recorded. */
  ordinal: integer("ordinal").notNull(),
  readingId: uuid("reading_id").notNull(),
  date: date("date", { mode: "string" }).notNull(),
  source: text("source").notNull(),
  correction: boolean("correction").notNull(),
  recordedBy: jsonb("recorded_by").$type<RevisionActor>().notNull(),
  recordedAt: instant("recorded_at").notNull(),
};

/** Append-only. */
export const odometerReading = pgTable(
  "odometer_reading",
  { ...reading, value: integer("value").notNull(), unit: text("unit").$type<DistanceUnit>().notNull() },
  (t) => [
    primaryKey({ name: "odometer_reading_pkey", columns: [t.enterpriseId, t.vehicleId, t.ordinal] }),
    foreignKey({
      name: "odometer_reading_vehicle_fk",
      columns: [t.enterpriseId, t.vehicleId],
      foreignColumns: [vehicle.enterpriseId, vehicle.vehicleId],
    }),
    tenantPolicy("odometer_reading"),
  ],
);

/** Append-only. */
export const hoursReading = pgTable(
  "hours_reading",
  { ...reading, value: integer("value").notNull() },
  (t) => [
    primaryKey({ name: "hours_reading_pkey", columns: [t.enterpriseId, t.vehicleId, t.ordinal] }),
    foreignKey({
      name: "hours_reading_vehicle_fk",
      columns: [t.enterpriseId, t.vehicleId],
      foreignColumns: [vehicle.enterpriseId, vehicle.vehicleId],
    }),
    tenantPolicy("hours_reading"),
  ],
);

export const party = pgTable(
  "party",
  {
    enterpriseId: enterpriseId(),
    partyId: uuid("party_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").$type<PartyKind>().notNull(),
    givenName: text("given_name"),
    familyName: text("family_name"),
    companyName: text("company_name"),
    name: text("name").notNull(),
    /** Family name first, folded; for sorting. */
    sortName: binaryText("sort_name").notNull(),
    email: text("email"),
    phone: text("phone"),
    addresses: jsonb("addresses").$type<Party["addresses"]>().notNull(),
    consent: jsonb("consent").$type<Party["consent"]>().notNull(),
    consentRecord: jsonb("consent_record")
      .$type<Party["consentRecord"]>()
      .notNull()
      .default({ email: null, phone: null, text: null, post: null }),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "party_pkey", columns: [t.enterpriseId, t.partyId] }),
    foreignKey({
      name: "party_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("party_by_name").on(t.enterpriseId, t.sortName, t.partyId),
    index("party_by_created").on(t.enterpriseId, t.createdAt, t.partyId),
    tenantPolicy("party"),
  ],
);

export const provider = pgTable(
  "provider",
  {
    enterpriseId: enterpriseId(),
    providerId: uuid("provider_id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    /** Folded: two providers do not differ by case or accents alone. */
    sortName: binaryText("sort_name").notNull(),
    kind: text("kind").$type<ProviderKind>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "provider_pkey", columns: [t.enterpriseId, t.providerId] }),
    unique("provider_by_name").on(t.enterpriseId, t.sortName),
    foreignKey({
      name: "provider_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    tenantPolicy("provider"),
  ],
);

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
    index("contract_by_number").on(t.enterpriseId, t.contractNumber, t.contractId),
    index("contract_by_holder").on(t.enterpriseId, t.holderSort, t.contractId),
    index("contract_by_vehicle").on(t.enterpriseId, t.vehicleSort, t.contractId),
    tenantPolicy("contract"),
  ],
);

export const contractParty = pgTable(
  "contract_party",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    /** From 0, in the order given. */
    ordinal: smallint("ordinal").notNull(),
    role: text("role").$type<PartyRole>().notNull(),
    partyId: uuid("party_id").notNull(),
    fromDate: date("from_date", { mode: "string" }),
    toDate: date("to_date", { mode: "string" }),
  },
  (t) => [
    primaryKey({ name: "contract_party_pkey", columns: [t.enterpriseId, t.contractId, t.ordinal] }),
    foreignKey({
      name: "contract_party_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    foreignKey({
      name: "contract_party_party_fk",
      columns: [t.enterpriseId, t.partyId],
      foreignColumns: [party.enterpriseId, party.partyId],
    }),
    index("contract_party_by_party").on(t.enterpriseId, t.partyId, t.contractId),
    tenantPolicy("contract_party"),
  ],
);

/** The ids that other systems have for a contract: each once in the enterprise. */
export const contractReference = pgTable(
  "contract_reference",
  {
    enterpriseId: enterpriseId(),
    system: text("system").notNull(),
    externalId: text("external_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
  },
  (t) => [
    primaryKey({ name: "contract_reference_pkey", columns: [t.enterpriseId, t.system, t.externalId] }),
    foreignKey({
      name: "contract_reference_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    index("contract_reference_of_contract").on(t.enterpriseId, t.contractId),
    tenantPolicy("contract_reference"),
  ],
);

/** Append-only: the program may read and add, never change or remove. */
export const contractRevision = pgTable(
  "contract_revision",
  {
    enterpriseId: enterpriseId(),
    contractId: uuid("contract_id").notNull(),
    revision: integer("revision").notNull(),
    version: integer("version").notNull(),
    action: text("action").$type<RevisionAction>().notNull(),
    at: instant("at").notNull(),
    actor: jsonb("actor").$type<RevisionActor>().notNull(),
    correlationId: text("correlation_id").notNull(),
    reason: text("reason"),
    changes: jsonb("changes").$type<FieldChange[]>().notNull(),
    hash: text("hash").notNull(),
    previousHash: text("previous_hash"),
  },
  (t) => [
    primaryKey({ name: "contract_revision_pkey", columns: [t.enterpriseId, t.contractId, t.revision] }),
    foreignKey({
      name: "contract_revision_contract_fk",
      columns: [t.enterpriseId, t.contractId],
      foreignColumns: [contract.enterpriseId, contract.contractId],
    }),
    tenantPolicy("contract_revision"),
  ],
);

export const idempotencyRecord = pgTable(
  "idempotency_record",
  {
    enterpriseId: enterpriseId(),
    actorId: text("actor_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 over procedure and input. */
    fingerprint: text("fingerprint").notNull(),
    /** What the first call answered; null only inside its own transaction. */
    answer: jsonb("answer"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "idempotency_record_pkey", columns: [t.enterpriseId, t.actorId, t.key] }),
    foreignKey({
      name: "idempotency_record_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("idempotency_record_by_created").on(t.enterpriseId, t.createdAt),
    tenantPolicy("idempotency_record"),
  ],
);

/** What a search term points to: `kind` 1 VIN suffix, 2 plate suffix (vehicle), 3 word of a name (party), 4 part of a number (contract). */
export const searchTerm = pgTable(
  "search_term",
  {
    enterpriseId: enterpriseId(),
    kind: smallint("kind").notNull(),
    term: binaryText("term").notNull(),
    target: uuid("target").notNull(),
  },
  (t) => [
    primaryKey({ name: "search_term_pkey", columns: [t.enterpriseId, t.kind, t.term, t.target] }),
    foreignKey({
      name: "search_term_enterprise_fk",
      columns: [t.enterpriseId],
      foreignColumns: [enterprise.enterpriseId],
    }),
    index("search_term_of_target").on(t.enterpriseId, t.target),
    tenantPolicy("search_term"),
  ],
);
