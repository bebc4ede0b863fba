"use client";

import { Menu, type MenuProps } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./floating.module.css";
import { useOpenedOnceThere } from "./use-opened-once-there.ts";

export type MenuEntry =
  | {
      key: string;
      label: ReactNode;
      icon?: ReactNode;
      end?: ReactNode;
      /** It leads there. */
      href?: Route;
      onChoose?: () => void;
      /** It can be chosen several times. */
      staysOpen?: boolean;
    }
  | { key: string; title: string }
  | { key: string; isLine: true };

export type MenuFrameProps = {
  opened: boolean;
  onClose: () => void;
  /** The id of the button that opens it. */
  labelledBy: string;
  entries: readonly MenuEntry[];
  position?: NonNullable<MenuProps["position"]>;
  width?: number;
  /** Over everything, where what it stands in would cut it off. */
  isAbove?: boolean;
};

/** The list of a `MenuButton`; arrows, letters and Escape as everywhere. */
export function MenuFrame({
  opened,
  onClose,
  labelledBy,
  entries,
  isAbove = false,
  ...place
}: MenuFrameProps) {
  const isOpen = useOpenedOnceThere(opened);
  return (
    <Menu {...place} opened={isOpen} onChange={(stays) => !stays && onClose()} withinPortal={isAbove}>
      <Menu.Target>
        <span className={classes.cover} data-open={isOpen || undefined} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={labelledBy}>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ("isLine" in entry) return <Menu.Divider />;
  if ("title" in entry) return <Menu.Label>{entry.title}</Menu.Label>;
  const { label, icon, end, href, onChoose, staysOpen = false } = entry;
  const shared = {
    leftSection: icon,
    rightSection: end,
    closeMenuOnClick: !staysOpen,
    ...(onChoose && { onClick: onChoose }),
    children: label,
  };
  return href === undefined ? (
    <Menu.Item {...shared} />
  ) : (
    <Menu.Item component={Link} href={href} {...shared} />
  );
}
