import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that falls the same way for the same seed. */
export type Chance = {
  /** A whole number, both bounds inclusive. */
  int(min: number, max: number): number;
  in100(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
};

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    int,
    in100: (percent) => int(1, 100) <= percent,
    // The caller's list is not empty.
    pick: <Item>(items: readonly Item[]) => items[int(0, items.length - 1)] as Item,
  };
}
