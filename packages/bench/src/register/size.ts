/** How large each enterprise of a register is. */
export type RegisterSize = { contracts: number; enterprises: readonly number[] };

const enterprises = 100;
/** Of all contracts, in the largest enterprise. */
const largestShare = 5;

/** A register of so many contracts: the first enterprise has a fifth of them, the others share the rest evenly. */
export function sizeOf(contracts: number): RegisterSize {
  const largest = Math.round(contracts / largestShare);
  const others = contracts - largest;
  const share = (index: number) =>
    Math.floor(((index + 1) * others) / (enterprises - 1)) - Math.floor((index * others) / (enterprises - 1));
  return {
    contracts,
    enterprises: [largest, ...Array.from({ length: enterprises - 1 }, (_, index) => share(index))],
  };
}
