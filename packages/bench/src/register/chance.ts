import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { v7 } from "uuid";

/** Chance that falls the same way every time, from one seed. */
export type Chance = {
  /** A whole number, both bounds inclusive. */
  int(min: number, max: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True in `percent` of a hundred cases. */
  in100(percent: number): boolean;
  /** An id as the server makes them, of this point in time (milliseconds since 1970). */
  id(milliseconds: number): string;
};

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  const random = new Uint32Array(4);
  const bytes = new Uint8Array(random.buffer);
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    in100: (percent) => int(1, 100) <= percent,
    id(msecs) {
      for (let at = 0; at < random.length; at += 1) random[at] = int(0, 0xffff_ffff);
      return v7({ msecs, random: bytes, seq: int(0, 0x7fff_ffff) });
    },
  };
}
