"use client";

import type { Session } from "@vehicle-contracts/contract-model";
import type { ReactNode } from "react";
import { routes } from "../../routes.ts";
import { sentLater } from "../../ui/later/later.tsx";
import { AppShell } from "../../ui/shell/app-shell.tsx";
import { type NavSection, SideBar } from "../../ui/shell/side-bar.tsx";
import { StoreSwitch } from "../../ui/shell/store-switch.tsx";
import { UserMenu } from "../../ui/shell/user-menu.tsx";
import { DeskProvider } from "./desk-context.tsx";
import { SessionOverDialog } from "./session-over-dialog.tsx";
import { signOut } from "./sign-out.ts";
import { useDeskState } from "./use-desk-state.ts";
import { useIdleSignOut } from "./use-idle-sign-out.ts";

type Icons = typeof import("./section-icons.ts");
/** The server sends them; what draws them anew comes after a page's first load. */
const iconOf = (name: keyof Icons) =>
  sentLater(() => import("./section-icons.ts").then((loaded) => loaded[name]));

/** What there are screens for. */
const sections: NavSection[] = [
  {
    items: [
      { label: "Contracts", href: routes.contracts, icon: iconOf("IconFileCertificate") },
      { label: "Vehicles", href: routes.vehicles, icon: iconOf("IconCar") },
      { label: "Customers", href: routes.customers, icon: iconOf("IconUsers") },
      { label: "Renewals", href: routes.renewals, icon: iconOf("IconRefresh") },
    ],
  },
  {
    title: "Catalogue",
    items: [
      { label: "Plans", href: routes.plans, icon: iconOf("IconStack2") },
      { label: "Providers", href: routes.providers, icon: iconOf("IconShieldHalf") },
      { label: "Refund rules", href: routes.ruleSets, icon: iconOf("IconReceiptRefund") },
    ],
  },
];

const administration: NavSection = {
  title: "Administration",
  items: [
    { label: "Stores", href: routes.stores, icon: iconOf("IconBuildingStore") },
    { label: "Users", href: routes.users, icon: iconOf("IconUserCog") },
    { label: "API clients", href: routes.apiClients, icon: iconOf("IconPlugConnected") },
    { label: "Transfers", href: routes.transfers, icon: iconOf("IconUserShare") },
    { label: "Settings", href: routes.settings, icon: iconOf("IconSettings") },
  ],
};

const roleWords = { administrator: "Administrator", advisor: "Service advisor", viewer: "Viewer" } as const;

type DeskFrameProps = { session: Session; storeId: string | null; children: ReactNode };

/** What stands round every page of one who is signed in. */
export function DeskFrame({ session, storeId, children }: DeskFrameProps) {
  const state = useDeskState(session, storeId);
  useIdleSignOut();
  return (
    <DeskProvider value={state}>
      <AppShell
        side={
          <SideBar
            name={session.enterprise.name}
            home={routes.contracts}
            sections={session.role === "administrator" ? [...sections, administration] : sections}
            foot={
              <UserMenu
                name={session.user.name}
                role={roleWords[session.role]}
                account={routes.account}
                onSignOut={() => void signOut()}
              />
            }
          />
        }
        topBarEnd={
          <StoreSwitch
            stores={session.stores.map((store) => ({
              id: store.storeId,
              name: store.name,
              today: store.today,
              unit: store.distanceUnit,
            }))}
            chosenId={state.store?.storeId ?? null}
            onChoose={state.chooseStore}
          />
        }
      >
        {children}
      </AppShell>
      <SessionOverDialog userId={session.user.userId} email={session.user.email ?? ""} />
    </DeskProvider>
  );
}
