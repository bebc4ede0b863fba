/**
 * A list as PostgreSQL writes an array: one parameter for the whole of it, so that a statement's text does not vary with
 * its length.
 */
export const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
