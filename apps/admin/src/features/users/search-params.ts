import type { Route } from "next";
import { createLoader, createParser, createSerializer, parseAsString } from "nuqs/server";
import { routes } from "../../routes.ts";
import { soughtText } from "../../ui/filters/sought-text.ts";

/** Stands for the one who is being invited, where else the id of a user does. */
export const newUser = "new";

/** What the address holds of the list; who is open beside it is the sheet's (`useOpenRow`). */
export const usersParams = {
  q: createParser({
    parse: (text) => soughtText(text),
    serialize: (text: string) => text,
  }).withDefault(""),
};

export const loadUsersParams = createLoader({ ...usersParams, after: parseAsString, open: parseAsString });

const serialize = createSerializer({ ...usersParams, open: parseAsString });

/** The first page of what is sought, with somebody open beside it. */
export const addressOf = ({ q, open }: { q: string; open: string | null }): Route =>
  routes.usersWith(serialize({ q, open }));
