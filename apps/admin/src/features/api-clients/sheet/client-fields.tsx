"use client";

import { type Control, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { GrantField } from "../../stores/grant-field.tsx";
import { roles } from "../../users/words.ts";
import type { ClientForm } from "./client-form.ts";
import { ScopesField } from "./scopes-field.tsx";

/** What a program is called, and what it may do where. */
export function ClientFields({ control }: { control: Control<ClientForm> }) {
  const role = useWatch({ control, name: "role" });
  return (
    <>
      <TextField control={control} name="name" label="Name" help="The history names the program by it." />
      <ChoiceField control={control} name="role" label="Role" options={roles} />
      <GrantField control={control} name="stores" isAdministrator={role === "administrator"} />
      <ScopesField control={control} />
    </>
  );
}
