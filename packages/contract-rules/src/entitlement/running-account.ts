import type { JudgedAllowance, JudgedContract, JudgedCoverage, JudgedDeductible } from "./question.ts";

/** A line as the accounts see it: which code, in which job. */
export type Charged = { code: string; job: string };

const countOf = (counts: Readonly<Record<string, number>>, code: string) =>
  Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;

/**
 * What one contract has left during a visit: the ledger's sums, and what earlier lines took. Nothing is taken before a line is
 * really the contract's.
 */
export class RunningAccount {
  readonly #contract: JudgedContract;
  readonly #units = new Map<string, number>();
  readonly #served = new Map<string, Set<string>>();
  readonly #amounts = new Map<JudgedCoverage, number>();
  readonly #deductible = new Map<string, number>();

  constructor(contract: JudgedContract) {
    this.#contract = contract;
  }

  /** One unit serves all lines of a code and job. */
  serves(line: Charged): boolean {
    return this.#served.get(line.code)?.has(line.job) ?? false;
  }

  unitsLeft({ code, quantity }: JudgedAllowance): number {
    const taken = countOf(this.#contract.used.allowances, code) + (this.#units.get(code) ?? 0);
    return Math.max(0, quantity - taken);
  }

  takeUnit(line: Charged): void {
    if (this.serves(line)) return;
    this.#units.set(line.code, (this.#units.get(line.code) ?? 0) + 1);
    const jobs = this.#served.get(line.code) ?? new Set<string>();
    this.#served.set(line.code, jobs.add(line.job));
  }

  /** Minor units of its maximum's own currency; null where there is no maximum. One sum for all codes under `*`. */
  amountLeft(line: JudgedCoverage): number | null {
    if (!line.maximumAmount) return null;
    const taken = countOf(this.#contract.used.amounts, line.code) + (this.#amounts.get(line) ?? 0);
    return Math.max(0, line.maximumAmount.amountMinor - taken);
  }

  takeAmount(line: JudgedCoverage, minor: number): void {
    if (line.maximumAmount) this.#amounts.set(line, (this.#amounts.get(line) ?? 0) + minor);
  }

  deductibleLeft(deductible: JudgedDeductible, line: Charged): number {
    if (deductible.kind === "NONE") return 0;
    return this.#deductible.get(onceFor(deductible.kind, line)) ?? deductible.amount.amountMinor;
  }

  takeDeductible(deductible: JudgedDeductible, line: Charged, minor: number): void {
    if (deductible.kind === "NONE") return;
    const left = this.deductibleLeft(deductible, line);
    this.#deductible.set(onceFor(deductible.kind, line), left - minor);
  }
}

function onceFor(kind: "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM", line: Charged): string {
  if (kind === "PER_COMPONENT") return line.code;
  return kind === "PER_CLAIM" ? line.job : "";
}
