import {
  contract,
  contractParty,
  contractPlanVersion,
  contractReference,
  contractRevision,
  contractTransfer,
  contractUsage,
  enterprise,
  hoursReading,
  idempotencyRecord,
  newId,
  odometerReading,
  party,
  provider,
  refundQuote,
  refundRuleSet,
  searchTerm,
  store,
  type TenantTx,
  vehicle,
} from "../index.ts";

// what a quote holds is not looked at here
const noInputs = {} as (typeof refundQuote.$inferInsert)["inputs"];

/** A row in every tenant table. */
export async function oneOfEach(
  tx: TenantTx,
): Promise<{ storeId: string; vehicleId: string; contractId: string }> {
  const { enterpriseId, startedAt: at } = tx;
  const [storeId, vehicleId, partyId, providerId, contractId] = [newId(), newId(), newId(), newId(), newId()];
  const made = { enterpriseId, version: 1, createdAt: at, updatedAt: at };
  const recordedBy = { kind: "JOB", id: "job", name: "Job", onBehalfOf: null } as const;
  const reading = {
    enterpriseId,
    vehicleId,
    ordinal: 1,
    date: "2026-03-01",
    source: "workshop",
    correction: false,
    recordedBy,
  };
  await tx.insert(enterprise).values({ enterpriseId, name: "Autohaus Nord", createdAt: at });
  await tx.insert(store).values({
    ...made,
    storeId,
    name: "Hamburg",
    timeZone: "Europe/Berlin",
    country: "DE",
    currency: "EUR",
    distanceUnit: "KM",
    vinPolicy: "strict",
    system: "NATIVE",
  });
  await tx
    .insert(vehicle)
    .values({ ...made, vehicleId, vin: "WVWZZZ1JZXW000001", vinKind: "vin", sortName: "" });
  await tx
    .insert(odometerReading)
    .values({ ...reading, readingId: newId(), recordedAt: at, value: 12_000, unit: "KM" });
  await tx.insert(hoursReading).values({ ...reading, readingId: newId(), recordedAt: at, value: 40 });
  await tx.insert(party).values({
    ...made,
    partyId,
    kind: "COMPANY",
    companyName: "Müller GmbH",
    name: "Müller GmbH",
    sortName: "mueller gmbh",
    addresses: [],
    consent: { email: false, phone: false, text: false, post: false },
  });
  await tx
    .insert(provider)
    .values({ ...made, providerId, name: "Importeur", sortName: "importeur", kind: "IMPORTER" });
  await tx.insert(contract).values({
    ...made,
    contractId,
    storeId,
    vehicleId,
    providerId,
    type: "SERVICE_PLAN",
    status: "DRAFT",
    openEnded: false,
    waitingDays: 0,
    awaitingProvider: false,
    distance: { kind: "unknown" },
    engineHours: { kind: "unlimited" },
    coverage: [],
    allowances: [],
    deductible: { kind: "NONE" },
    sourceSystem: "NATIVE",
    vin: "WVWZZZ1JZXW000001",
    vehicleSort: "",
    words: "",
    pastLimit: false,
  });
  await tx.insert(contractParty).values({ enterpriseId, contractId, ordinal: 0, role: "HOLDER", partyId });
  await tx
    .insert(contractReference)
    .values({ enterpriseId, contractId, system: "dms", externalId: "4711", ordinal: 0 });
  await tx.insert(contractRevision).values({
    enterpriseId,
    contractId,
    revision: 1,
    version: 1,
    action: "contract.created",
    at,
    actor: recordedBy,
    correlationId: "test",
    changes: [],
    hash: "0",
  });
  await tx.insert(contractPlanVersion).values({
    ...made,
    code: "CARE",
    revision: 1,
    state: "READY",
    name: "Care",
    sortName: "care",
    type: "SERVICE_PLAN",
    providerId,
    terms: {},
    createdBy: recordedBy,
  });
  await tx.insert(refundRuleSet).values({
    ...{ enterpriseId, code: "STANDARD", version: 1, name: "Standard" },
    rules: {
      method: "BALANCE",
      basis: "TIME",
      freeLookDays: 0,
      retainedPercent: {},
      fee: { kind: "NONE" },
      feeTaxPercent: 0,
      deductClaims: false,
      rounding: "HALF_UP",
    },
    createdBy: recordedBy,
    createdAt: at,
  });
  await tx.insert(contractUsage).values({
    ...{ enterpriseId, contractId, usageId: newId(), kind: "ALLOWANCE", code: "OIL", quantity: 1 },
    ...{ date: "2026-03-01", recordedBy, recordedAt: at, correlationId: "test" },
  });
  await tx.insert(refundQuote).values({
    ...{ enterpriseId, quoteId: newId(), contractId, contractVersion: 1, inputs: noInputs, steps: [] },
    ...{ refund: { amountMinor: 0, currency: "EUR" }, basis: "0", validUntil: at },
    ...{ quotedBy: recordedBy, quotedAt: at },
  });
  await tx.insert(contractTransfer).values({
    ...{ enterpriseId, requestId: newId(), contractId, contractVersion: 1, state: "REQUESTED" },
    ...{
      date: "2026-03-01",
      fromPartyId: partyId,
      toPartyId: partyId,
      requestedBy: recordedBy,
      requestedAt: at,
    },
  });
  await tx
    .insert(idempotencyRecord)
    .values({ enterpriseId, actorId: "job", key: "1", fingerprint: "0", createdAt: at });
  await tx.insert(searchTerm).values({ enterpriseId, kind: 3, term: "mueller", target: partyId });
  return { storeId, vehicleId, contractId };
}
