import type { Route } from "next";
import { createLoader, createParser, createSerializer, parseAsString } from "nuqs/server";
import { routes } from "../../routes.ts";

/** Stands for the one who is being invited, where else the id of a user does. */
export const newUser = "new";

/** What the address holds of the list; who is open beside it is the sheet's (`useOpenRow`). */
export const usersParams = {
  q: createParser({
    parse: (text) => text.slice(0, 200),
    serialize: (text: string) => text,
  }).withDefault(""),
};

export const loadUsersParams = createLoader({ ...usersParams, after: parseAsString, open: parseAsString });

const serialize = createSerializer(usersParams);

/** The same question's first page: where a place in the pages leads that is none any more. */
export const firstPageOf = ({ q }: { q: string }): Route => routes.usersWith(serialize({ q }));
