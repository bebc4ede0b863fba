"use client";

import { type Control, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { GrantField } from "../../stores/grant-field.tsx";
import { roles } from "../words.ts";
import type { UserForm } from "./user-form.ts";

type RoleAndStoresProps = {
  control: Control<UserForm>;
  /** Why the role is fixed. */
  fixedRole?: string | undefined;
};

/** What somebody may do, and where. */
export function RoleAndStores({ control, fixedRole }: RoleAndStoresProps) {
  const role = useWatch({ control, name: "role" });
  return (
    <>
      <ChoiceField control={control} name="role" label="Role" options={roles} readOnlyReason={fixedRole} />
      <GrantField control={control} name="stores" isAdministrator={role === "administrator"} />
    </>
  );
}
