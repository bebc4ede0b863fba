"use client";

import { UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserShield,
} from "@tabler/icons-react";
import type { Route } from "next";
import { MenuButton } from "../floating/menu-button.tsx";
import { Person } from "../person.tsx";
import classes from "./shell.module.css";

const schemes = [
  { value: "auto", label: "As the system has it", icon: IconDeviceDesktop },
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
] as const;

type UserMenuProps = { name: string; role: string; account: Route; onSignOut: () => void };

/** Who is signed in; their own account; light or dark; the way out. */
export function UserMenu({ name, role, account, onSignOut }: UserMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <MenuButton
      isWide
      position="top-start"
      width={224}
      entries={[
        { key: "name", title: name },
        { key: "account", label: "Your account", icon: <IconUserShield size={16} />, href: account },
        { key: "line before the schemes", isLine: true },
        ...schemes.map(({ value, label, icon: Icon }) => ({
          key: value,
          label,
          icon: <Icon size={16} />,
          end: colorScheme === value && <IconCheck size={14} aria-label="chosen" />,
          staysOpen: true,
          onChoose: () => setColorScheme(value),
        })),
        { key: "line after the schemes", isLine: true },
        { key: "sign out", label: "Sign out", icon: <IconLogout size={16} />, onChoose: onSignOut },
      ]}
    >
      {(target) => (
        <UnstyledButton {...target} className={classes.user}>
          <VisuallyHidden>Your menu: </VisuallyHidden>
          <Person name={name} below={role} />
        </UnstyledButton>
      )}
    </MenuButton>
  );
}
