/** A fraction in lowest terms, its denominator above 0. Big integers: nothing is lost. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const absolute = (n: bigint) => (n < 0n ? -n : n);

/** n / d in lowest terms; `d` is above 0. */
export function fraction(n: bigint | number, d: bigint | number = 1): Fraction {
  const [over, under] = [BigInt(n), BigInt(d)];
  const common = gcd(absolute(over), under);
  return { n: over / common, d: under / common };
}

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);

/** Whether `a` is less than `b`. */
export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const lesser = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a);

const floored = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

/** floor(x + 1/2): the one rounding there is, below 0 too. */
export const roundHalfUp = ({ n, d }: Fraction): bigint => floored(2n * n + d, 2n * d);

/** "n" where it is whole, else "n/d" in lowest terms. */
export const fractionText = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`);
