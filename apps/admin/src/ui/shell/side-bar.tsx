"use client";

import type { IconProps } from "@tabler/icons-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentType, ReactNode } from "react";
import { BrandMark } from "../brand-mark.tsx";
import { useTip } from "../floating/use-tip.tsx";
import { LinkUnderWay } from "../page/under-way.tsx";
import classes from "./shell.module.css";

export type NavItem = { label: string; href: Route; icon: ComponentType<IconProps> };
export type NavSection = { title?: string; items: readonly NavItem[] };

type SideBarProps = {
  /** The dealer group. */
  name: string;
  home: Route;
  sections: readonly NavSection[];
  /** The user's menu at the bottom. */
  foot: ReactNode;
};

/** The sections of the app; only icons, with their names as tips, when narrow. */
export function SideBar({ name, home, sections, foot }: SideBarProps) {
  const path = usePathname();
  return (
    <aside className={classes.side} aria-label="Sections and account">
      <Link href={home} className={classes.brand} aria-label={`${name}, start`}>
        <BrandMark />
        <span className={classes.brandName}>{name}</span>
      </Link>
      <nav aria-label="Sections" className={classes.nav}>
        {sections.map(({ title, items }) => (
          <div key={title ?? "main"} className={classes.navSection}>
            {title && <div className={classes.navTitle}>{title}</div>}
            <ul>
              {items.map((item) => (
                <NavEntry
                  key={item.href}
                  item={item}
                  isHere={path === item.href || path.startsWith(`${item.href}/`)}
                />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes.sideFoot}>{foot}</div>
    </aside>
  );
}

function NavEntry({ item: { label, href, icon: Icon }, isHere }: { item: NavItem; isHere: boolean }) {
  const { target, tip } = useTip<HTMLAnchorElement>(label, { position: "right", className: classes.railTip });
  return (
    <li>
      <Link
        {...target}
        href={href}
        className={classes.navItem}
        aria-current={isHere ? "page" : undefined}
        aria-label={label}
      >
        <Icon size={16} stroke={1.75} aria-hidden />
        <span className={classes.navLabel}>{label}</span>
        <LinkUnderWay />
      </Link>
      {tip}
    </li>
  );
}
