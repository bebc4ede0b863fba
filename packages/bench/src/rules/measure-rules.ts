import { decideEntitlement } from "@vehicle-contracts/contract-rules";
import { percentile } from "../load-generator/load.ts";
import { visitOf } from "./visit.ts";

/** A rule asked alone, in this process, without a database. */
export type MeasuredRule = {
  rule: string;
  /** The fastest time: what the rule itself takes, whatever else the machine does. */
  leastMs: number;
  p50Ms: number;
  p99Ms: number;
  /** What the middle one is to stay below. */
  mostMs: number;
};

/** How long a visit takes that asks for many lines of a vehicle with many contracts; `turns` are measured after half as many. */
export function measureRules(turns = 400): MeasuredRule[] {
  return [measured("entitlement, 200 contracts and 50 lines", 5, visitOf(200, 50), 50, turns)];
}

function measured(
  rule: string,
  mostMs: number,
  visit: ReturnType<typeof visitOf>,
  lines: number,
  turns: number,
): MeasuredRule {
  const milliseconds: number[] = [];
  for (let turn = -Math.floor(turns / 2); turn < turns; turn += 1) {
    const began = performance.now();
    const answer = decideEntitlement(visit);
    const took = performance.now() - began;
    if (answer.length !== lines) throw new Error(`${rule}: ${answer.length} lines were answered.`);
    if (turn >= 0) milliseconds.push(took);
  }
  return {
    rule,
    leastMs: round2(Math.min(...milliseconds)),
    p50Ms: round2(percentile(milliseconds, 50)),
    p99Ms: round2(percentile(milliseconds, 99)),
    mostMs,
  };
}

const round2 = (value: number) => Math.round(value * 100) / 100;
