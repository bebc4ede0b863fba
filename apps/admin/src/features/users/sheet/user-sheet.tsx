"use client";

import { Button } from "@mantine/core";
import type { Invitation, User } from "@vehicle-contracts/contract-model";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { Initials } from "../../../ui/person.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { AccessButton } from "./access-button.tsx";
import { RoleAndStores } from "./role-and-stores.tsx";
import { SignInPart } from "./sign-in-part.tsx";
import { useSaveUser } from "./use-save-user.ts";
import { UserConflict } from "./user-conflict.tsx";

type UserSheetProps = {
  user: User;
  /** When the user was read (RFC 3339). */
  now: string;
  row: OpenRow;
  onLink: (link: Invitation) => void;
};

/** One user, to look at and to change. Nobody takes the administration from themselves. */
export function UserSheet({ user, now, row, onLink }: UserSheetProps) {
  const { session } = useDesk();
  const saving = useSaveUser(user);
  const { base, form, isTyped, isSaving } = saving;
  const close = () => row.open(null);
  const isSelf = user.userId === session.user.userId;
  useShortcut("mod+Enter", "Save", saving.save, { group: "User", when: saving.met === null });
  return (
    <Beside
      label={user.name}
      start={<Initials name={user.name} plain={user.state !== "ACTIVE"} />}
      title={user.name}
      below={user.email}
      onClose={close}
      footStart={!isSelf && <AccessButton user={user} onChanged={saving.moveOn} />}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Close
          </Button>
          <Button disabled={!isTyped} loading={isSaving} onClick={saving.save}>
            Save
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={saving.save} isTyped={isTyped} row={row}>
        <TextField control={form.control} name="name" label="Name" />
        <RoleAndStores
          control={form.control}
          fixedRole={
            isSelf
              ? "This is you. Another administrator can change your role; make one first where there is none."
              : undefined
          }
        />
        <SignInPart user={user} now={now} isSelf={isSelf} onLink={onLink} />
      </SheetForm>
      {saving.met && <UserConflict base={base} saving={saving} met={saving.met} />}
    </Beside>
  );
}
