"use client";

import { Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserShield,
} from "@tabler/icons-react";
import type { Route } from "next";
import Link from "next/link";
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
    <Menu position="top-start" width={224} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.user}>
          <VisuallyHidden>Your menu: </VisuallyHidden>
          <Person name={name} below={role} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item component={Link} href={account} leftSection={<IconUserShield size={16} />}>
          Your account
        </Menu.Item>
        <Menu.Divider />
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value && <IconCheck size={14} aria-label="chosen" />}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
