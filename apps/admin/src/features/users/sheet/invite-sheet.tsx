"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { problemOf } from "../../../trpc/errors.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useInviteUser } from "../mutations.ts";
import { RoleAndStores } from "./role-and-stores.tsx";
import { formPathOf, InviteForm, invitationOf, type UserForm } from "./user-form.ts";

type InviteSheetProps = { row: OpenRow; onInvited: (link: Invitation) => void };

/** Somebody new: who they are, what they may do and where. The link is handed over by whoever invites. */
export function InviteSheet({ row, onInvited }: InviteSheetProps) {
  const { stores } = useDesk();
  const invite = useInviteUser();
  const [only] = stores;
  const form = useForm<UserForm>({
    resolver: zodResolver(InviteForm),
    defaultValues: {
      name: "",
      email: "",
      role: "advisor",
      stores: { all: false, ids: only && stores.length === 1 ? [only.storeId] : [] },
    },
  });
  const { control } = form;

  const about = useId();
  const close = () => row.open(null);
  const send = async (typed: UserForm) => {
    if (invite.isPending) return;
    try {
      const link = await invite.mutateAsync(invitationOf(typed));
      toast.settle(about);
      onInvited(link);
    } catch (error) {
      showProblem(form, problemOf(error), about, formPathOf);
    }
  };
  const submit = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", "Invite", submit, { group: "User" });
  return (
    <Beside
      label="Invite a user"
      title="Invite a user"
      below="A link sets the password: it is mailed to them, or you get it to hand over."
      onClose={close}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Close
          </Button>
          <Button loading={invite.isPending} onClick={submit}>
            Invite
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={submit} isTyped={form.formState.isDirty} row={row} focusFirst>
        <TextField control={control} name="name" label="Name" />
        <TextField control={control} name="email" label="E-mail" type="email" />
        <RoleAndStores control={control} />
      </SheetForm>
    </Beside>
  );
}
