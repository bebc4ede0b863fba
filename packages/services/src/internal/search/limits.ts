/** What decides between the ways of searching. They differ in time alone; these were measured at a million contracts. */
export type SearchLimits = {
  /** Up to so many hits one word is followed to its contracts; above, walking along the order fills a page sooner. */
  readonly fewForOne: number;
  /** The same where further words narrow what is found. */
  readonly fewForSeveral: number;
  /** Above this, hits that do not lead to holders are not followed for every word. */
  readonly fewDirect: number;
  /** Rows a walk reads at most before another way is better. */
  readonly walkBudget: number;
  /** Where no way is short, the rarest word is told by counting up to this. */
  readonly furthestCount: number;
};

export const searchLimits: SearchLimits = {
  fewForOne: 1_400,
  fewForSeveral: 1_000,
  fewDirect: 2_000,
  walkBudget: 3_000,
  furthestCount: 200_000,
};
