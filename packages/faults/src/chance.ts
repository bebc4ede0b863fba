import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance from a seed. What is broken when, and who asks what, follows from it; how long each takes does not. */
export type Chance = {
  /** A whole number, both bounds inclusive. */
  int(min: number, max: number): number;
  in100(percent: number): boolean;
  /** One of several; of none, undefined. */
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** Another one, that goes its own way from here. */
  fork(): Chance;
};

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    int,
    in100: (percent) => int(1, 100) <= percent,
    pick: (items) => (items.length === 0 ? undefined : items[int(0, items.length - 1)]),
    fork: () => chanceOf(int(0, 2 ** 31 - 1)),
  };
}
