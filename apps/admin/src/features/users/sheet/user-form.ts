import { type InviteUser, line, Role, type UpdateUser, type User } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";
import { z } from "zod";
import { Grant, grantOf, hasStore, noStore } from "../../stores/grant.ts";

const name = z.string().trim().min(1, "Type the name.").pipe(line(100));
/** The address of one who is there is shown, and not changed. */
const fields = { name, email: z.string(), role: Role, stores: Grant };
const newEmail = z.string().trim().pipe(z.email("Type an address such as name@example.com."));

export const UserForm = z.object(fields).refine(hasStore, noStore);
export const InviteForm = z.object({ ...fields, email: newEmail }).refine(hasStore, noStore);

export type UserForm = z.infer<typeof UserForm>;

/** What of a user may change, each for itself: as it is compared, joined and sent. */
export type UserRecord = { name: string; role: Role; stores: "all" | readonly string[]; disabled: boolean };

export const formOf = ({ name, email, role, allStores, storeIds }: User): UserForm => ({
  name,
  email,
  role,
  stores: { all: allStores, ids: [...storeIds] },
});

export const recordOf = ({ name, role, allStores, storeIds, state }: User): UserRecord => ({
  name,
  role,
  stores: allStores ? "all" : [...storeIds].sort(),
  disabled: state === "DISABLED",
});

/** The record with what was typed; whether the user is disabled is no part of the form. */
export const recordTyped = (base: UserRecord, { name, role, stores }: UserForm): UserRecord => ({
  ...base,
  name: name.trim(),
  role,
  stores: role === "administrator" || stores.all ? "all" : [...stores.ids].sort(),
});

/** What is to be sent so that `before` becomes `after`. */
export function changesBetween(before: UserRecord, after: UserRecord): UpdateUser["changes"] {
  const { name, role, disabled } = after;
  return {
    ...(name !== before.name && { name }),
    ...(role !== before.role && { role }),
    // the stores of an administrator go with the role, and come with another one
    ...(role !== "administrator" &&
      (!sameValue(before.stores, after.stores) || before.role === "administrator") &&
      grantOf(after.stores)),
    ...(disabled !== before.disabled && { disabled }),
  };
}

/** Of the fields of the wire, those that the form has under another name. */
export const formPathOf = (path: string): string => (/^(storeIds|allStores)\b/.test(path) ? "stores" : path);

export const invitationOf = ({ name, email, role, stores }: UserForm): InviteUser => ({
  name: name.trim(),
  email,
  role,
  ...(role === "administrator" ? { allStores: true } : grantOf(stores.all ? "all" : stores.ids)),
});
