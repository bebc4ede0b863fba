/** What one scenario came to. The counts of faults are of different ones; `violations` counts all of them. */
export type ScenarioReport = {
  scenario: string;
  operations: number;
  acknowledged: number;
  /** Acknowledged writes that are not there, or not where they were said to be. */
  lost: number;
  duplicated: number;
  halfWritten: number;
  violations: number;
  /** The longest time from an outage's end to the first success after it; null where there was none. */
  firstSuccessMs: number | null;
};

const columns = [
  "scenario",
  "operations",
  "acknowledged",
  "lost",
  "duplicated",
  "halfWritten",
  "violations",
  "firstSuccessMs",
] as const;

/** A line for each, the figures below their names. */
export function tableOf(reports: readonly ScenarioReport[]): string[] {
  const rows = [columns, ...reports.map((report) => columns.map((column) => String(report[column] ?? "–")))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  "),
  );
}
