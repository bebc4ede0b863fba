import type { ProblemField } from "@vehicle-contracts/contract-model";
import type { ImportNote, ImportReport } from "../report.ts";
import type { Decision } from "./decide.ts";

/** Counts what becomes of the rows of a file. */
export class ImportOutcome {
  #created = 0;
  #updated = 0;
  #unchanged = 0;
  readonly #refused = new Map<number, ImportNote>();
  readonly #warnings: ImportNote[] = [];

  /** Rows counted so far. */
  get rows(): number {
    return this.#created + this.#updated + this.#unchanged + this.#refused.size;
  }

  decided(decision: Decision): void {
    const { line } = decision.row;
    if (decision.outcome === "refused") {
      this.refused(line, decision.fields);
      return;
    }
    if (decision.outcome === "created") this.#created += 1;
    else if (decision.outcome === "updated") this.#updated += 1;
    else this.#unchanged += 1;
    for (const field of decision.warnings) this.warned(line, field);
  }

  unchanged(line: number, why: ProblemField): void {
    this.#unchanged += 1;
    this.warned(line, why);
  }

  /** One entry a row: the first reason, and what else there is to mend in its message. */
  refused(line: number, fields: readonly ProblemField[]): void {
    const [first, ...others] = fields;
    if (!first) throw new Error("A row is not refused without a reason.");
    const message = [first.message, ...others.map(({ path, message }) => `${path}: ${message}`)].join(" ");
    this.#refused.set(line, { line, field: first.path, code: first.code, message });
  }

  refusalOf(line: number): ImportNote | undefined {
    return this.#refused.get(line);
  }

  warned(line: number, { path, code, message }: ProblemField): void {
    this.#warnings.push({ line, field: path, code, message });
  }

  report(unmapped: string[], stoppedAfter: number | null): ImportReport {
    const byLine = (a: ImportNote, b: ImportNote) => a.line - b.line;
    return {
      rows: this.rows,
      created: this.#created,
      updated: this.#updated,
      unchanged: this.#unchanged,
      refused: [...this.#refused.values()].sort(byLine),
      warnings: this.#warnings.toSorted(byLine),
      unmapped,
      stoppedAfter,
    };
  }
}
