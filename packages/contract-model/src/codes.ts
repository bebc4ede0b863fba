// The closed lists that screens show and addresses name, apart from their schemas: a page that only reads does not load the checks.

export const contractTypes = [
  "MANUFACTURER_WARRANTY",
  "EXTENDED_WARRANTY",
  "SERVICE_PLAN",
  "MAINTENANCE",
  "REPAIR_AND_MAINTENANCE",
  "ROADSIDE_ASSISTANCE",
  "TYRE_AND_WHEEL",
  "BODYWORK_CORROSION",
  "BATTERY",
  "GAP_INSURANCE",
  "GOODWILL",
  "OTHER",
] as const;

export const contractStatuses = [
  "DRAFT",
  "PENDING",
  "ACTIVE",
  "SUSPENDED",
  "EXPIRED",
  "CANCELLED",
  "VOID",
] as const;

export const contractSortKeys = [
  "contractNumber",
  "vehicle",
  "holder",
  "effectiveStatus",
  "startDate",
  "endDate",
  "store",
  "createdAt",
  "updatedAt",
] as const;

export const vehicleSortKeys = ["name", "createdAt"] as const;

export const partyKinds = ["PERSON", "COMPANY"] as const;
export const partySortKeys = ["name", "createdAt"] as const;
export const consentChannels = ["email", "phone", "text", "post"] as const;
export type ConsentChannel = (typeof consentChannels)[number];

export const providerKinds = ["MANUFACTURER", "IMPORTER", "DEALER", "INSURER", "ADMINISTRATOR"] as const;

export const sourceSystems = ["NATIVE", "AUTOLINE_DRIVE", "AUTOLINE_REV8", "EVA", "OTHER"] as const;

export const transferStates = ["REQUESTED", "APPROVED", "REFUSED"] as const;

/**
 * What a program may do, besides its role: read or write of a noun of the router. What an answer carries of other nouns in
 * short comes along: `contracts:read` shows the names of holders, and `parties:read` besides how they are reached.
 */
export const scopes = [
  "contracts:read",
  "contracts:write",
  "vehicles:read",
  "vehicles:write",
  "parties:read",
  "parties:write",
  "providers:read",
  "providers:write",
  "stores:read",
  "stores:write",
  "refunds:read",
  "refunds:write",
  "ruleSets:read",
  "ruleSets:write",
  "settings:read",
  "settings:write",
  "plans:read",
  "plans:write",
  "users:read",
  "users:write",
  "apiClients:read",
  "apiClients:write",
] as const;
