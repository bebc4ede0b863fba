import type { Trpc } from "../../trpc/trpc-types.ts";

/** Questions about users, for administrators alone. */

/** Rows of a page: nearly every group has all its users on one. */
const rowsOfPage = 200;

/** Users by name; `search` is any part of name or e-mail. The first page where `cursor` is null. */
export const userList = (trpc: Trpc, { search, cursor = null }: { search: string; cursor?: string | null }) =>
  trpc.users.list.queryOptions({ search: search.trim() || null, cursor, limit: rowsOfPage });

export const userById = (trpc: Trpc, userId: string) => trpc.users.get.queryOptions({ userId });
