import { doubts } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDistances, readsLower } from "../distance.ts";
import { addDays } from "../temporal.ts";
import { aNearOdometer } from "../testing/arbitraries.ts";
import { aJudgedContract, aVisit } from "../testing/visits.ts";
import { decideEntitlement } from "./entitlement.ts";
import type { EntitlementLine, EntitlementQuestion, JudgedContract, JudgedCoverage } from "./question.ts";

const sum = (lines: readonly EntitlementLine[]) =>
  lines.reduce((total, { contractPays }) => total + contractPays.amountMinor, 0);

test("what the contract and the customer pay is the amount, to the minor unit, and neither is negative", () => {
  fc.assert(
    fc.property(aVisit, (visit) => {
      decideEntitlement(visit).forEach((line, at) => {
        const [contract, customer] = [line.contractPays.amountMinor, line.customerPays.amountMinor];
        expect(contract + customer).toBe(visit.lines[at]?.amountMinor);
        expect(Math.min(contract, customer)).toBeGreaterThanOrEqual(0);
        expect(line.contractPays.currency).toBe(visit.currency);
      });
    }),
    { numRuns: 400 },
  );
});

test("for one contract asked alone, one more exclusion never makes it pay more in all", () => {
  fc.assert(
    fc.property(
      aVisit,
      aJudgedContract,
      fc.constantFrom("ENGINE", "OIL", "CLUTCH"),
      (visit, contract, code) => {
        const asked = (contracts: JudgedContract[]) => sum(decideEntitlement({ ...visit, contracts }));
        const exclusion: JudgedCoverage = { code, treatment: "EXCLUDED" };
        const narrower = { ...contract, coverage: [...contract.coverage, exclusion] };
        expect(asked([narrower])).toBeLessThanOrEqual(asked([contract]));
      },
    ),
    { numRuns: 400 },
  );
});

const ranOut = ["EXPIRED_DATE", "EXPIRED_DISTANCE", "EXPIRED_HOURS"];
/** The lines that a contract asked alone has run out for. */
const runOut = (question: EntitlementQuestion, contract: JudgedContract) =>
  decideEntitlement({ ...question, contracts: [{ ...contract, coverage: [], allowances: [] }] }).every(
    ({ passedOver }) => ranOut.includes(passedOver[0]?.reason ?? ""),
  );

test("a later day or a higher odometer never revives a contract that has run out", () => {
  fc.assert(
    fc.property(
      aVisit,
      aJudgedContract,
      fc.integer({ min: 0, max: 60 }),
      aNearOdometer,
      (visit, contract, days, odometer) => {
        fc.pre(runOut(visit, contract));
        const known = visit.odometer ?? visit.lastReading;
        const higher = known && compareDistances(odometer, known) < 0 ? known : odometer;
        const later = { ...visit, date: addDays(visit.date, days), odometer: higher };
        expect(runOut(later, contract)).toBe(true);
        expect(sum(decideEntitlement({ ...later, contracts: [contract] }))).toBe(0);
      },
    ),
    { numRuns: 100 },
  );
});

test("an unknown limit never pays: nobody else pays, and the line is undetermined or certainly not covered", () => {
  fc.assert(
    fc.property(aVisit, aJudgedContract, fc.boolean(), (visit, contract, ofDistance) => {
      const unlimited = { ...contract, distance: { kind: "unlimited" as const }, engineHours: null };
      const unknown = { kind: "unknown" as const };
      const doubtful = { ...unlimited, ...(ofDistance ? { distance: unknown } : { engineHours: unknown }) };
      for (const line of decideEntitlement({ ...visit, contracts: [doubtful] })) {
        expect(line.contractId).toBeNull();
        expect(["UNDETERMINED", "NOT_COVERED"]).toContain(line.decision);
      }
    }),
    { numRuns: 200 },
  );
});

test("the order of the contracts handed in changes nothing", () => {
  fc.assert(
    fc.property(
      aVisit.chain((visit) =>
        fc.tuple(
          fc.constant(visit),
          fc.shuffledSubarray([...visit.contracts], { minLength: visit.contracts.length }),
        ),
      ),
      ([visit, shuffled]) => {
        expect(decideEntitlement({ ...visit, contracts: shuffled })).toEqual(decideEntitlement(visit));
      },
    ),
    { numRuns: 200 },
  );
});

test("every contract is the one that pays or is passed over, once, by code point; a doubt decides only where nobody pays", () => {
  fc.assert(
    fc.property(aVisit, (visit) => {
      for (const { contractId, decision, passedOver } of decideEntitlement(visit)) {
        const others = passedOver.map((other) => other.contractId);
        const all = visit.contracts.map((contract) => contract.contractId);
        expect([...others, ...(contractId === null ? [] : [contractId])].toSorted()).toEqual(all.toSorted());
        const points = others.map((id) => id.codePointAt(0) ?? 0);
        expect(points).toEqual(points.toSorted((a, b) => a - b));
        const isDoubtful = passedOver.some(({ reason }) => doubts.includes(reason));
        expect(decision === "UNDETERMINED").toBe(contractId === null && isDoubtful);
        if (contractId === null) expect(passedOver.some(({ reason }) => reason === "OUTRANKED")).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test("a contract gives no more units and no more money than it has left", () => {
  fc.assert(
    fc.property(aVisit, aJudgedContract, (visit, contract) => {
      const lines = decideEntitlement({ ...visit, contracts: [contract] });
      for (const { code, quantity } of contract.allowances) {
        const jobs = lines.flatMap(({ basis }, at) => {
          const line = visit.lines[at];
          return basis === "ALLOWANCE" && line?.code === code ? [line.job ?? "1"] : [];
        });
        const left = Math.max(0, quantity - (contract.used.allowances[code] ?? 0));
        expect(new Set(jobs).size).toBeLessThanOrEqual(left);
      }
      for (const line of contract.coverage) {
        if (line.treatment === "EXCLUDED" || !line.maximumAmount) continue;
        const named = new Set(contract.coverage.map(({ code }) => code));
        const paid = lines.filter(({ basis }, at) => {
          const code = visit.lines[at]?.code ?? "";
          return basis === "COVERAGE" && (line.code === "*" ? !named.has(code) : code === line.code);
        });
        expect(sum(paid)).toBeLessThanOrEqual(line.maximumAmount.amountMinor);
      }
    }),
    { numRuns: 200 },
  );
});

test("a mileage below the last reading pays nothing where distance is limited", () => {
  fc.assert(
    fc.property(aVisit, (visit) => {
      const { odometer, lastReading } = visit;
      fc.pre(
        odometer !== null && odometer !== undefined && lastReading !== null && lastReading !== undefined,
      );
      if (!odometer || !lastReading || !readsLower(odometer, lastReading)) return;
      const limited = visit.contracts.filter(({ distance }) => distance?.kind === "limited");
      expect(sum(decideEntitlement({ ...visit, contracts: limited }))).toBe(0);
    }),
    { numRuns: 100 },
  );
});
