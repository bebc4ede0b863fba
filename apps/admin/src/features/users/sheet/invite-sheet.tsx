"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useForm } from "react-hook-form";
import { explain, problemOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useReportTyped } from "../../../ui/fields/use-report-typed.ts";
import { Beside } from "../../../ui/floating/sheet.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useInviteUser } from "../mutations.ts";
import { RoleAndStores } from "./role-and-stores.tsx";
import classes from "./sheet.module.css";
import { formPathOf, InviteForm, invitationOf, type UserForm } from "./user-form.ts";

type InviteSheetProps = {
  onTyped: (isTyped: boolean) => void;
  onInvited: (link: Invitation) => void;
  onClose: () => void;
};

/** Somebody new: who they are, what they may do and where. The link is handed over by whoever invites. */
export function InviteSheet({ onTyped, onInvited, onClose }: InviteSheetProps) {
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
  useReportTyped(form, onTyped);

  const submit = form.handleSubmit(async (typed) => {
    if (invite.isPending) return;
    try {
      onInvited(await invite.mutateAsync(invitationOf(typed)));
    } catch (error) {
      const problem = problemOf(error);
      if (putOnFields(form, problem, formPathOf)) return;
      const { title, text, requestId } = explain(problem);
      toast.failed(title, text, requestId ? { requestId } : {});
    }
  });
  useShortcut("mod+Enter", "Invite", () => void submit(), { group: "User" });
  return (
    <Beside
      label="Invite a user"
      title="Invite a user"
      below="You get a link to hand over; it sets the password."
      onClose={onClose}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button loading={invite.isPending} onClick={() => void submit()}>
            Invite
          </Button>
        </>
      }
    >
      <form noValidate className={classes.form} onSubmit={submit}>
        <TextField control={control} name="name" label="Name" autoFocus />
        <TextField control={control} name="email" label="E-mail" type="email" />
        <RoleAndStores control={control} />
        {/* Enter in a field invites, as the button below the form does */}
        <button type="submit" hidden />
      </form>
    </Beside>
  );
}
