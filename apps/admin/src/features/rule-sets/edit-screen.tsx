"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { RefundRuleSet } from "@vehicle-contracts/contract-model";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useMay } from "../session/use-may.ts";
import { NextVersion } from "./form/next-version.tsx";
import { ruleSetVersions } from "./queries.ts";
import { VersionsCard } from "./versions-card.tsx";
import { originWord, rulesWords } from "./words.ts";

/** A rule set: an administrator writes its next version and sees what it would change; others read it. */
export function RuleSetScreen({ code }: { code: string }) {
  const { data } = useSuspenseQuery(ruleSetVersions(useTRPC(), code));
  const { administer } = useMay();
  const [newest] = data.items;
  if (!newest) return null;
  return (
    <Page crumbs={[{ label: "Refund rule sets", href: routes.ruleSets }, { label: newest.name }]}>
      {administer ? <NextVersion key={newest.version} newest={newest} /> : <RuleSetToRead ruleSet={newest} />}
      <VersionsCard versions={data.items} />
    </Page>
  );
}

function RuleSetToRead({ ruleSet }: { ruleSet: RefundRuleSet }) {
  const format = useFormat();
  return (
    <>
      <PageHead
        title={ruleSet.name}
        beside={<Tag>version {ruleSet.version}</Tag>}
        facts={[{ label: "Whose", value: originWord(ruleSet) }]}
      />
      <Card title="Rules">
        <Facts items={rulesWords(ruleSet.rules, format)} />
      </Card>
    </>
  );
}
