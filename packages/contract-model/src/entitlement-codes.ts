// The closed lists of entitlement and usage, apart from their schemas: a page that only shows an answer does not load the checks.

/** What is billed: parts, labour, or another cost such as a fee, which is paid at the lower of the two percentages. */
export const lineKinds = ["PARTS", "LABOUR", "OTHER"] as const;
export type LineKind = (typeof lineKinds)[number];

export const entitlementDecisions = ["COVERED", "PARTLY_COVERED", "NOT_COVERED", "UNDETERMINED"] as const;
export type EntitlementDecision = (typeof entitlementDecisions)[number];

/** Why a contract does not pay a line, in the order in which they are asked. */
export const passedOverReasons = [
  "VOID",
  "CANCELLED",
  "DRAFT",
  "NOT_STARTED",
  "EXPIRED_DATE",
  "EXPIRED_DISTANCE",
  "EXPIRED_HOURS",
  "SUSPENDED",
  "WAITING_PERIOD",
  "ITEM_EXCLUDED",
  "ITEM_NOT_LISTED",
  "ALLOWANCE_EXHAUSTED",
  "AMOUNT_EXHAUSTED",
  "CURRENCY_DIFFERS",
  "LIMIT_UNKNOWN",
  "ODOMETER_MISSING",
  "ODOMETER_BELOW_LAST",
  "HOURS_MISSING",
  "HOURS_BELOW_LAST",
  "OUTRANKED",
] as const;
export type PassedOverReason = (typeof passedOverReasons)[number];

/** Reasons that are doubts: it is not known whether the contract pays, so a line that nobody pays is UNDETERMINED. */
export const doubts: readonly PassedOverReason[] = [
  "CURRENCY_DIFFERS",
  "LIMIT_UNKNOWN",
  "ODOMETER_MISSING",
  "ODOMETER_BELOW_LAST",
  "HOURS_MISSING",
  "HOURS_BELOW_LAST",
];

/** An entry of the ledger: units of an allowance provided, or an amount paid under a coverage line. */
export const usageKinds = ["ALLOWANCE", "AMOUNT"] as const;
export type UsageKind = (typeof usageKinds)[number];
