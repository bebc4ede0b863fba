"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/browser.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { OrderCard } from "./order/order-card.tsx";
import { enterpriseSettings } from "./queries.ts";

/** What holds for every store of the group, a card a setting. */
export function SettingsScreen() {
  const trpc = useTRPC();
  const { data: settings } = useSuspenseQuery(enterpriseSettings(trpc));
  return (
    <Page crumbs={[{ label: "Settings" }]}>
      <PageHead title="Settings" facts={[{ label: "Hold for", value: `all stores of ${settings.name}` }]} />
      <OrderCard settings={settings} />
    </Page>
  );
}
