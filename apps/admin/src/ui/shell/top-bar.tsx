"use client";

import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTip } from "../floating/use-tip.tsx";
import { laterOpened } from "../later/later.tsx";
import { Crumbs } from "../page/crumbs.tsx";
import type { Crumb } from "../page/page.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import classes from "./shell.module.css";
import { useTopBarEnd } from "./shell-context.tsx";

const KeysSheet = laterOpened(() => import("./keys-sheet.tsx").then((loaded) => loaded.KeysSheet));

/** Crumbs, the store, and the keys. */
export function TopBar({ crumbs }: { crumbs: readonly Crumb[] }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const end = useTopBarEnd();
  const { target, tip } = useTip<HTMLButtonElement>("Keys (?)");
  useShortcut("?", "All keys", open, { group: "Everywhere" });
  return (
    <header className={classes.topBar}>
      <Crumbs crumbs={crumbs} />
      <div className={classes.topBarEnd}>
        {end}
        <ActionIcon {...target} aria-label="Keys and help" onClick={open}>
          <IconHelpCircle size={18} />
        </ActionIcon>
        {tip}
      </div>
      <KeysSheet opened={isOpen} onClose={close} />
    </header>
  );
}
