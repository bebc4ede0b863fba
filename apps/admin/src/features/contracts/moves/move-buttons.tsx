"use client";

import { ActionIcon, Button } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBan,
  IconCalendarPlus,
  IconCircleCheck,
  IconDots,
  IconNote,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconUserShare,
  type TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { type ComponentType, type ReactNode, useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { MenuButton } from "../../../ui/floating/menu-button.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { contractById, transferWaiting } from "../queries.ts";
import type { MoveProps } from "./move-dialog.tsx";
import classes from "./moves.module.css";
import { type ContractMove, offeredMoves } from "./offered-moves.ts";

const ReasonDialog = laterOpened(() => import("./reason-dialog.tsx").then((loaded) => loaded.ReasonDialog));
const dialogs: Readonly<Partial<Record<Shown, ComponentType<MoveProps>>>> = {
  extend: laterOpened(() => import("./extend-dialog.tsx").then((loaded) => loaded.ExtendDialog)),
  transfer: laterOpened(() => import("./transfer-dialog.tsx").then((loaded) => loaded.TransferDialog)),
  renew: laterOpened(() => import("./renew-dialog.tsx").then((loaded) => loaded.RenewDialog)),
  note: laterOpened(() => import("./note-dialog.tsx").then((loaded) => loaded.NoteDialog)),
};

type Shown = ContractMove | "note";
const faces: Readonly<Record<Shown, { label: string; icon: TablerIcon }>> = {
  activate: { label: "Activate", icon: IconCircleCheck },
  extend: { label: "Extend", icon: IconCalendarPlus },
  suspend: { label: "Suspend", icon: IconPlayerPause },
  resume: { label: "Resume", icon: IconPlayerPlay },
  transfer: { label: "Transfer", icon: IconUserShare },
  renew: { label: "Renew", icon: IconRefresh },
  reinstate: { label: "Reinstate", icon: IconArrowBackUp },
  void: { label: "Void…", icon: IconBan },
  note: { label: "Add note", icon: IconNote },
};
/** Rare ones stand in the menu. */
const inMenu: readonly Shown[] = ["activate", "note", "void"];

/** The moves that the contract may take now, a button each; why one is missing where that helps. `children`: further buttons. */
export function MoveButtons({ contract, children }: { contract: ContractRead; children?: ReactNode }) {
  const trpc = useTRPC();
  const [shown, setShown] = useState<{ move: Shown; isOpen: boolean } | null>(null);
  const { successorId } = contract;
  const successor = useQuery({ ...contractById(trpc, successorId ?? ""), enabled: successorId !== null });
  const asks = contract.transferPolicy?.kind === "ON_REQUEST";
  const waiting = useQuery({ ...transferWaiting(trpc, contract.contractId), enabled: asks });
  const { offered, hints } = offeredMoves(contract, {
    hasSuccessor: successorId === null ? false : followed(successor.data),
    isTransferAsked: asks ? (waiting.data ? waiting.data.items.length > 0 : null) : false,
  });
  const open = (move: Shown) => setShown({ move, isOpen: true });
  const buttons = [...offered].filter((move) => !inMenu.includes(move));
  const items = inMenu.filter((move) => move === "note" || offered.has(move));
  return (
    <>
      {buttons.map((move) => {
        const { label, icon: Icon } = faces[move];
        return (
          <Button key={move} variant="default" leftSection={<Icon size={16} />} onClick={() => open(move)}>
            {label}
          </Button>
        );
      })}
      {children}
      <MenuButton
        position="bottom-start"
        entries={items.map((move) => {
          const { label, icon: Icon } = faces[move];
          return { key: move, label, icon: <Icon size={16} />, onChoose: () => open(move) };
        })}
      >
        {(target) => (
          <ActionIcon {...target} variant="default" size="input-sm" aria-label="More actions">
            <IconDots size={16} />
          </ActionIcon>
        )}
      </MenuButton>
      {hints.length > 0 && (
        <span className={classes.hints}>
          {hints.map((hint) => (
            <span key={hint}>{hint}</span>
          ))}
        </span>
      )}
      {shown && (
        <Shown contract={contract} shown={shown} onClose={() => setShown({ ...shown, isOpen: false })} />
      )}
    </>
  );
}

/** Whether a living contract follows; null while that is not known. */
const followed = (successor: ContractRead | undefined): boolean | null =>
  successor ? successor.status !== "CANCELLED" && successor.status !== "VOID" : null;

type ShownProps = { contract: ContractRead; shown: { move: Shown; isOpen: boolean }; onClose: () => void };

function Shown({ contract, shown: { move, isOpen }, onClose }: ShownProps) {
  const props = { contract, opened: isOpen, onClose };
  const Dialog = dialogs[move];
  if (Dialog) return <Dialog key={move} {...props} />;
  if (move === "extend" || move === "transfer" || move === "renew" || move === "note") return null;
  return <ReasonDialog key={move} {...props} move={move} />;
}
