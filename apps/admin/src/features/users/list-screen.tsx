"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { SearchBox } from "../../ui/filters/search-box.tsx";
import { LeaveRowDialog } from "../../ui/floating/leave-row-dialog.tsx";
import { besideToCome } from "../../ui/floating/sheet.tsx";
import { toast } from "../../ui/floating/toast.tsx";
import { useOpenRow } from "../../ui/floating/use-open-row.ts";
import { later } from "../../ui/later/later.tsx";
import { ListHead } from "../../ui/page/list-head.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { newUser } from "./search-params.ts";
import type { LinkToShow } from "./sheet/link-dialog.tsx";
import { userColumns } from "./table/columns.tsx";
import { useColumnFacts } from "./table/use-column-facts.ts";
import { useOpenOnlyHit } from "./table/use-open-only-hit.ts";
import { UsersTable } from "./table/users-table.tsx";
import { useUsersCount } from "./use-users-count.ts";
import { useUsersList } from "./use-users-list.ts";

const InviteSheet = later(
  () => import("./sheet/invite-sheet.tsx").then((loaded) => loaded.InviteSheet),
  besideToCome,
);
const OpenUser = later(() => import("./sheet/open-user.tsx").then((loaded) => loaded.OpenUser), besideToCome);
const LinkDialog = later(() => import("./sheet/link-dialog.tsx").then((loaded) => loaded.LinkDialog));

/** Who may sign in, as what and where: found by a part of name or e-mail, changed beside the list, invited by a link. */
export function UsersScreen() {
  const list = useUsersList();
  const row = useOpenRow();
  const { openId } = row;
  const count = useUsersCount(list);
  const hit = useOpenOnlyHit(list);
  const columns = userColumns(useColumnFacts("", 0));
  const [link, setLink] = useState<LinkToShow | null>(null);
  const inviteButton = useRef<HTMLButtonElement>(null);
  const backTo = useRef<HTMLElement>(null);
  const show = ({ path, ...shown }: Invitation, from: HTMLElement | null) => {
    if (path === null) {
      const { name, email } = shown.user;
      toast.done(`The link went to ${name} by mail`, `Sent to ${email}; it is good once, for 48 hours.`);
      from?.focus();
      return;
    }
    backTo.current = from;
    setLink({ path, ...shown });
  };
  const done = () => {
    // the dialog keeps the focus as long as it is there
    flushSync(() => setLink(null));
    backTo.current?.focus();
  };
  const invite = () => row.open(newUser);
  useShortcut("I", "Invite", invite, { group: "Users" });

  const beside =
    openId === newUser ? (
      <InviteSheet
        row={row}
        onInvited={(invitation) => {
          show(invitation, inviteButton.current);
          row.moveOn(invitation.user.userId);
        }}
      />
    ) : (
      openId !== null && (
        <OpenUser
          key={openId}
          userId={openId}
          shown={list.shown}
          row={row}
          onLink={(renewed) => show(renewed, document.querySelector<HTMLElement>(":focus"))}
        />
      )
    );
  return (
    <Page crumbs={[{ label: "Users" }]} width="full" headed beside={beside}>
      <ListHead
        title="Users"
        note={count}
        end={
          <>
            <SearchBox
              label="Search users"
              placeholder="Name or e-mail"
              value={list.q}
              onChange={list.search}
              onSubmit={(text) => hit.open(text.trim())}
            />
            <Button ref={inviteButton} leftSection={<IconPlus size={16} />} onClick={invite}>
              Invite
            </Button>
          </>
        }
      />
      <QueryBoundary what="the users" fallback={<SkeletonTable label="Users" columns={columns} />}>
        <UsersTable list={list} openId={openId} onOpen={row.open} hit={hit} />
      </QueryBoundary>
      <LeaveRowDialog row={row} />
      {link && <LinkDialog link={link} onDone={done} />}
    </Page>
  );
}
