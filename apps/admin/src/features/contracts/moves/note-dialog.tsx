"use client";

import { useForm } from "react-hook-form";
import { TextAreaField } from "../../../ui/fields/text-area-field.tsx";
import { MoveDialog, type MoveProps } from "./move-dialog.tsx";

/** Adds a note below those that are there; in every state. */
export function NoteDialog(props: MoveProps) {
  const form = useForm({ defaultValues: { note: "" } });
  return (
    <MoveDialog
      {...props}
      form={form}
      title="Add a note"
      effect="Add note"
      isQuiet
      said={() => "Note added"}
      ask={({ note }) => {
        if (note.trim() !== "") return (client, at) => client.contracts.addNote.mutate({ ...at, note });
        form.setError("note", { message: "Write what is to be remembered." }, { shouldFocus: true });
        return null;
      }}
    >
      <TextAreaField
        control={form.control}
        name="note"
        label="Note"
        help="It is added below the notes that are there."
        required
      />
    </MoveDialog>
  );
}
