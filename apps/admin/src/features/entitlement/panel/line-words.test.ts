import type { Entitlement, PassedOverReason } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { type AskedLine, lineWords } from "./line-words.ts";
import { sumsOf } from "./sums.ts";
import { whyNotOf } from "./why-not.ts";

type Line = Entitlement["lines"][number];
const gbp = (amountMinor: number) => ({ amountMinor, currency: "GBP" });
const asked = (given: Partial<AskedLine> = {}): AskedLine => ({
  date: "2027-08-01",
  code: "WP",
  kind: "LABOUR",
  amount: gbp(23_020),
  ...given,
});
const none = { days: 10, distance: null, hours: null, allowance: null, amount: null };
const paid = (given: Partial<Line> = {}): Line => ({
  lineId: "1",
  decision: "COVERED",
  contractId: "ew",
  basis: "COVERAGE",
  partsPercent: 100,
  labourPercent: 80,
  deductible: gbp(0),
  contractPays: gbp(23_020),
  customerPays: gbp(0),
  early: false,
  remaining: none,
  passedOver: [],
  ...given,
});
const unpaid = (decision: Line["decision"], ...reasons: [string, PassedOverReason][]): Line => ({
  ...{ lineId: "1", decision, contractId: null, basis: null, partsPercent: null, labourPercent: null },
  ...{ deductible: null, early: null, remaining: null, contractPays: gbp(0), customerPays: gbp(23_020) },
  passedOver: reasons.map(([contractId, reason]) => ({ contractId, reason })),
});
const cover = {
  code: "*",
  description: null,
  treatment: "COVERED" as const,
  partsPercent: 100,
  labourPercent: 80,
};
const contracts = new Map(
  [
    aReadContract({
      contractId: "ew",
      type: "EXTENDED_WARRANTY",
      coverage: [{ ...cover, endDate: null, endOdometer: null, maximumAmount: gbp(300_000) }],
    }),
    aReadContract({
      contractId: "sp",
      type: "SERVICE_PLAN",
      endDate: "2027-07-01",
      allowances: [
        { code: "SVC", description: "Service", quantity: 3, dueAfterMonths: 12, dueAfterDistance: null },
      ],
    }),
    aReadContract({ contractId: "bw", type: "BODYWORK_CORROSION", distance: { kind: "unknown" } }),
  ].map((contract) => [contract.contractId, contract]),
);
const words = (line: Line, given: Partial<AskedLine> = {}) =>
  lineWords(line, asked(given), contracts, british);

test("what is paid in full says so, and what is left for it", () => {
  expect(words(paid())).toBe("Extended warranty pays all of it.");
  expect(words(paid({ remaining: { ...none, amount: gbp(40_000) } }))).toBe(
    "Extended warranty pays all of it. £400.00 is left for this afterwards.",
  );
});

test("what the customer pays adds up: by percentage, as excess, and above what is left", () => {
  const line = paid({
    decision: "PARTLY_COVERED",
    deductible: gbp(5_000),
    contractPays: gbp(13_416),
    customerPays: gbp(9_604),
  });
  expect(words(line)).toBe(
    "Extended warranty pays £134.16. The customer pays £46.04, because it pays labour at 80 %, and the excess of £50.00.",
  );
  const beyond = paid({
    decision: "PARTLY_COVERED",
    contractPays: gbp(10_000),
    customerPays: gbp(13_020),
    remaining: { ...none, amount: gbp(0) },
  });
  expect(words(beyond, { kind: "PARTS" })).toBe(
    "Extended warranty pays £100.00. The customer pays £130.20 above what it has left for this.",
  );
});

test("a service says how many are left, and where it is early", () => {
  const line = paid({ contractId: "sp", basis: "ALLOWANCE", remaining: { ...none, allowance: 2 } });
  expect(words(line, { code: "SVC" })).toBe("Service plan includes it; 2 of 3 left after this.");
  expect(words({ ...line, early: true, remaining: { ...none, allowance: 0 } }, { code: "SVC" })).toBe(
    "Service plan includes it; this is the last one. It is early: due after 12 months.",
  );
});

test("of several that say no, the one that tells the customer most is named", () => {
  expect(words(unpaid("NOT_COVERED", ["sp", "EXPIRED_DATE"], ["ew", "ITEM_EXCLUDED"]))).toBe(
    "Extended warranty leaves this out.",
  );
  expect(words(unpaid("NOT_COVERED", ["sp", "EXPIRED_DATE"]))).toBe("Service plan ended on 1 Jul 2027.");
  expect(
    words(unpaid("NOT_COVERED", ["sp", "EXPIRED_DATE"], ["ew", "ITEM_NOT_LISTED"]), { code: "SVC" }),
  ).toBe("Service plan ended on 1 Jul 2027.");
  expect(words(unpaid("NOT_COVERED"))).toBe("The vehicle has no contract.");
  expect(words(unpaid("NOT_COVERED", ["ew", "AMOUNT_EXHAUSTED"]))).toBe(
    "Extended warranty has paid all of £3,000.00 for this.",
  );
});

test("a doubt says what would settle it", () => {
  expect(words(unpaid("UNDETERMINED", ["ew", "ITEM_EXCLUDED"], ["bw", "LIMIT_UNKNOWN"]))).toBe(
    "Bodywork and corrosion has a distance limit that is not recorded. Ask Larkmoor, then record it.",
  );
  expect(words(unpaid("UNDETERMINED", ["ew", "ODOMETER_BELOW_LAST"]))).toBe(
    "Extended warranty cannot be judged at a mileage below the last reading. Check the mileage, or correct the reading.",
  );
});

test("what is not decided is in no sum of the contracts, and in none of the customer", () => {
  const lines = [
    paid({ contractPays: gbp(38_900), customerPays: gbp(0) }),
    paid({ contractPays: gbp(31_656), customerPays: gbp(9_604) }),
    { ...unpaid("NOT_COVERED"), customerPays: gbp(16_800) },
    { ...unpaid("UNDETERMINED"), customerPays: gbp(24_000) },
  ];
  expect(sumsOf(lines)).toEqual({
    job: 120_960,
    contractsPay: 70_556,
    undecided: 24_000,
    customerPays: 26_404,
  });
});

test("why not another: a reason of all lines once, others with what they are about", () => {
  const lines = [
    { ...unpaid("NOT_COVERED", ["sp", "EXPIRED_DATE"], ["ew", "ITEM_EXCLUDED"]), lineId: "1" },
    { ...paid({ passedOver: [{ contractId: "sp", reason: "EXPIRED_DATE" }] }), lineId: "2" },
  ];
  const names = new Map([
    ["1", { code: "WIPER", name: "Wiper" }],
    ["2", { code: "WP", name: "Water pump" }],
  ]);
  expect(whyNotOf(lines, names, "2027-08-01", contracts, british)).toEqual([
    { contractId: "ew", name: "Extended warranty", why: "leaves this out (Wiper)" },
    { contractId: "sp", name: "Service plan", why: "ended on 1 Jul 2027" },
  ]);
});
