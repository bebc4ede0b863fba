"use client";

import { type Control, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { roles } from "../words.ts";
import { StoresField } from "./stores-field.tsx";
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
      <StoresField control={control} isAdministrator={role === "administrator"} />
    </>
  );
}
