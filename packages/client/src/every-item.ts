type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/**
 * Every item of a list, page after page, each page fetched when it is reached:
 * `for await (const contract of everyItem((cursor) => client.contracts.list.query({ vehicleId, cursor })))`.
 */
export async function* everyItem<Item>(
  page: (cursor: string | null) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: Page<Item> = await page(cursor);
    yield* items;
    cursor = nextCursor;
  } while (cursor !== null);
}
