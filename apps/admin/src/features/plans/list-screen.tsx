"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { type SearchedList, useSearchedList } from "../../ui/data-table/use-searched-list.ts";
import { SearchBox } from "../../ui/filters/search-box.tsx";
import { Keys } from "../../ui/keys.tsx";
import { ListHead } from "../../ui/page/list-head.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useMay } from "../session/use-may.ts";
import { planList } from "./queries.ts";
import { planColumns } from "./table/columns.tsx";
import { PlansTable } from "./table/plans-table.tsx";

/** The catalogue: what is sold, found by name and code. */
export function PlansScreen() {
  const format = useFormat();
  const router = useRouter();
  const may = useMay();
  const list = useSearchedList("plans");
  useShortcut("C", "New plan", () => router.push(routes.newPlan), { group: "Plans", when: may.administer });
  return (
    <Page crumbs={[{ label: "Plans" }]} width="full" headed>
      <PlansHead list={list} mayAdd={may.administer} />
      <QueryBoundary
        what="the plans"
        fallback={<SkeletonTable label="Plans" columns={planColumns(format, null)} />}
      >
        <PlansTable list={list} />
      </QueryBoundary>
    </Page>
  );
}

function PlansHead({ list, mayAdd }: { list: SearchedList; mayAdd: boolean }) {
  const { question, cursor } = list.shown;
  const { data: page } = useQuery(planList(useTRPC(), question, cursor));
  const isWhole = page && page.nextCursor === null && cursor === null;
  return (
    <ListHead
      title="Plans"
      note={isWhole && (list.q.trim() === "" ? page.items.length : `${page.items.length} found`)}
      end={
        <>
          <SearchBox label="Search plans" placeholder="Name or code" value={list.q} onChange={list.search} />
          {mayAdd && (
            <Button
              component={Link}
              href={routes.newPlan}
              leftSection={<IconPlus size={16} />}
              rightSection={<Keys keys="C" bare />}
            >
              New plan
            </Button>
          )}
        </>
      }
    />
  );
}
