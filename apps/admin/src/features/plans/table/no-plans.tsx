"use client";

import { Button } from "@mantine/core";
import { IconBooks, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { noMatchTitle } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useMay } from "../../session/use-may.ts";

/** Why there is no row: nothing was made yet, this page is past the end, or nothing matches. */
export function NoPlans({ list }: { list: SearchedList }) {
  const may = useMay();
  const search = list.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (search !== "")
    return (
      <NoMatch
        title={noMatchTitle("plan", search, 0)}
        text="Look for any part of the name or the code."
        actions={
          <Button variant="default" onClick={() => list.search("")}>
            All plans
          </Button>
        }
      />
    );
  return (
    <NothingYet
      icon={<IconBooks size={22} />}
      title="No plans yet"
      text={
        may.administer
          ? "A plan is what you sell again and again: its length, what it covers, for which vehicles and for what price. Sellers then choose it, and the terms fill themselves in. Until there is one, terms are written by hand."
          : `Until there is one, terms are written by hand. ${may.why}`
      }
      actions={
        may.administer && (
          <Button component={Link} href={routes.newPlan} leftSection={<IconPlus size={16} />}>
            New plan
          </Button>
        )
      }
    />
  );
}
