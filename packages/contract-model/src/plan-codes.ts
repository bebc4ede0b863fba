// The closed lists of the catalogue, apart from their schemas, as in codes.ts.

export const planStates = ["DRAFT", "READY", "RETIRED"] as const;

export const startBases = ["SALE", "FIRST_REGISTRATION", "END_OF_MANUFACTURER_WARRANTY", "EXPLICIT"] as const;

/** The terms of a plan that it may leave to the sale. */
export const saleTerms = [
  "startDate",
  "term",
  "distance",
  "engineHours",
  "waitingDays",
  "coverage",
  "allowances",
  "deductible",
  "price",
] as const;
