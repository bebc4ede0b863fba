import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v7 } from "uuid";

/** Chance that falls the same way every time, from one seed. */
export type Chance = {
  /** A whole number, both bounds inclusive. */
  int(min: number, max: number): number;
  /** One of several, each as likely. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True in `percent` of a hundred cases. */
  in100(percent: number): boolean;
  /** That many digits. */
  digits(count: number): string;
  /** An id as the server makes them, of this point in time (RFC 3339). */
  id(at: string): string;
};

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    in100: (percent) => int(1, 100) <= percent,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(""),
    id: (at) =>
      v7({
        msecs: Date.parse(at),
        random: Uint8Array.from({ length: 16 }, () => int(0, 255)),
        seq: int(0, 2 ** 31 - 1),
      }),
  };
}
