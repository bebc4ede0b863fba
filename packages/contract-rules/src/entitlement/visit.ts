import type { Percentage } from "@vehicle-contracts/contract-model";
import type { Point } from "./standing.ts";

/** What is the same for all lines and contracts of a question. */
export type Visit = {
  point: Point;
  storeId: string;
  currency: string;
  /** Each code asked, and its place in the contracts' terms. */
  codes: ReadonlyMap<string, number>;
  placeOf: (type: string) => number;
  /** A percentage in ten-thousandths of a percent: 1,000,000 is all. */
  partsOf: (percentage: Percentage) => number;
};
