"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { Card } from "../../ui/card.tsx";
import { Code } from "../../ui/code.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { typeWord } from "../contracts/words.ts";
import classes from "./detail/detail.module.css";
import { PlanActions } from "./detail/plan-actions.tsx";
import { CoverageTable, ServicesTable } from "./detail/plan-lines.tsx";
import { PricesCard, VersionsCard } from "./detail/side-cards.tsx";
import { planVersion } from "./queries.ts";
import {
  basisWords,
  eligibilityWords,
  lengthWords,
  planDeductibleWords,
  planTransferWords,
  saleTermWords,
  stateWords,
} from "./words.ts";

/** One version of a plan: what it promises, for whom, for what price; and what may be done with it. */
export function PlanScreen({ code, version }: { code: string; version: number | null }) {
  const { data: plan } = useSuspenseQuery(planVersion(useTRPC(), code, version));
  const format = useFormat();
  const { word, tone } = stateWords[plan.state];
  const whom = eligibilityWords(plan, format);
  return (
    <Page crumbs={[{ label: "Plans", href: routes.plans }, { label: plan.name }]}>
      <PageHead
        title={plan.name}
        beside={
          <Tag tone={tone}>
            {word}, v{plan.version}
          </Tag>
        }
        facts={[
          { label: "Code", value: <Code>{plan.code}</Code> },
          { label: "Type", value: typeWord(plan.type) },
          { label: "Provider", value: plan.provider.name },
        ]}
        bar={<PlanActions plan={plan} />}
      />
      <PageColumns
        main={
          <div className={classes.stack}>
            {plan.description && (
              <Card title="Description">
                <p className={classes.text}>{plan.description}</p>
              </Card>
            )}
            <Card title="Terms">
              <Facts
                items={[
                  { label: "Length", value: lengthWords(plan, format) || "nothing ends it yet" },
                  { label: "Starts", value: basisWords[plan.startBasis].toLowerCase() },
                  {
                    label: "Waiting period",
                    value: plan.waitingDays > 0 ? format.days(plan.waitingDays) : "none",
                  },
                  { label: "Excess", value: planDeductibleWords(plan, format) },
                  {
                    label: "For vehicles",
                    value: whom.length > 0 ? whom.join("; ") : "all",
                  },
                  { label: "To a new owner", value: planTransferWords(plan, format) },
                  {
                    label: "Refund by",
                    value: plan.refundRuleSet ? (
                      <Link href={routes.ruleSet(plan.refundRuleSet.code)} className={classes.link}>
                        <Code>{plan.refundRuleSet.code}</Code> v{plan.refundRuleSet.version}
                      </Link>
                    ) : (
                      "the group’s usual rule set"
                    ),
                  },
                  {
                    label: "A sale may change",
                    value:
                      plan.mayChange.length > 0
                        ? plan.mayChange.map((term) => saleTermWords[term].toLowerCase()).join(", ")
                        : "nothing",
                  },
                ]}
              />
            </Card>
            <CoverageTable coverage={plan.coverage} />
            <ServicesTable allowances={plan.allowances} />
          </div>
        }
        side={
          <div className={classes.side}>
            <PricesCard plan={plan} />
            <VersionsCard plan={plan} />
          </div>
        }
      />
    </Page>
  );
}
