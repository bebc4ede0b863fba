/** Rows a statement: with the most columns a table has here, well below the 65,535 values that one may carry. */
const rowsAtOnce = 500;

/** Runs `work` on one part of the rows after the other, in their order; not at all where there are none. */
export async function inChunks<Row>(
  rows: readonly Row[],
  work: (chunk: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await work(rows.slice(from, from + rowsAtOnce));
}
