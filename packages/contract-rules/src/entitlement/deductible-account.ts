import type { JudgedDeductible } from "./question.ts";

/** A line as the account sees it: which code, in which job. */
export type Charged = { code: string; job: string };

/** What is left of one contract's deductible during a visit. Nothing is taken before a line is really the contract's. */
export class DeductibleAccount {
  readonly #deductible: JudgedDeductible;
  readonly #left = new Map<string, number>();

  constructor(deductible: JudgedDeductible) {
    this.#deductible = deductible;
  }

  leftFor(line: Charged): number {
    const { kind } = this.#deductible;
    if (kind === "NONE") return 0;
    return this.#left.get(onceFor(kind, line)) ?? this.#deductible.amount.amountMinor;
  }

  take(line: Charged, minor: number): void {
    const { kind } = this.#deductible;
    if (kind === "NONE") return;
    this.#left.set(onceFor(kind, line), this.leftFor(line) - minor);
  }
}

function onceFor(kind: "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM", line: Charged): string {
  if (kind === "PER_COMPONENT") return line.code;
  return kind === "PER_CLAIM" ? line.job : "";
}
