"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { RefundRuleSet } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { Code } from "../../ui/code.tsx";
import type { DataColumn } from "../../ui/data-table/data-column.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { TwoLines } from "../../ui/data-table/two-lines.tsx";
import { Keys } from "../../ui/keys.tsx";
import { ListHead } from "../../ui/page/list-head.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useMay } from "../session/use-may.ts";
import { ruleSetList } from "./queries.ts";
import { feeWords, methodWord } from "./words.ts";

type Format = ReturnType<typeof useFormat>;

const columns = (format: Format): readonly DataColumn<RefundRuleSet>[] => [
  {
    id: "name",
    header: "Rule set",
    width: "28%",
    narrowWidth: "46%",
    cell: ({ name, code, isDefault }) => (
      <TwoLines
        top={
          <>
            {name} {isDefault && <Tag tone="teal">counts where nothing is said</Tag>}
          </>
        }
        below={<Code>{code}</Code>}
      />
    ),
  },
  { id: "version", header: "Version", width: "8%", narrowWidth: "12%", cell: ({ version }) => version },
  {
    id: "method",
    header: "Method",
    width: "18%",
    narrowWidth: "25%",
    cell: ({ rules }) => methodWord(rules),
  },
  { id: "fee", header: "Fee", width: "35%", cell: ({ rules }) => feeWords(rules, format), wideOnly: true },
  {
    id: "origin",
    header: "Whose",
    width: "11%",
    narrowWidth: "17%",
    cell: ({ shipped }) => (shipped ? "an example" : "your own"),
  },
];

/** By what refunds are reckoned: the newest version of each rule set. */
export function RuleSetsScreen() {
  const format = useFormat();
  const router = useRouter();
  const { administer } = useMay();
  const { data } = useSuspenseQuery(ruleSetList(useTRPC()));
  useShortcut("C", "New rule set", () => router.push(routes.newRuleSet), {
    group: "Rule sets",
    when: administer,
  });
  return (
    <Page crumbs={[{ label: "Refund rule sets" }]} width="full" headed>
      <ListHead
        title="Refund rule sets"
        note="Those that come with the product are examples, not legal advice."
        end={
          administer && (
            <Button
              component={Link}
              href={routes.newRuleSet}
              leftSection={<IconPlus size={16} />}
              rightSection={<Keys keys="C" bare />}
            >
              New rule set
            </Button>
          )
        }
      />
      <DataTable
        label="Refund rule sets"
        columns={columns(format)}
        rows={data.items}
        rowId={({ code }) => code}
        hrefOf={({ code }) => routes.ruleSet(code)}
      />
    </Page>
  );
}
