"use client";

import type { AccountFacts } from "@vehicle-contracts/identity";
import { problemOf } from "../../trpc/errors.ts";
import { Unread } from "../../trpc/unread.tsx";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { SkeletonLines } from "../../ui/states/skeleton.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { roleWord } from "../users/words.ts";
import classes from "./account.module.css";
import { SecondFactorCard } from "./second-factor-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { useAccount } from "./use-account.ts";

/** One's own sign-in: who one is here, the second factor, and where one is signed in. */
export function AccountScreen({ facts }: { facts: AccountFacts | null }) {
  const { session } = useDesk();
  const { data, error, refetch } = useAccount(facts);
  return (
    <Page crumbs={[{ label: "Your account" }]}>
      <div className={classes.column}>
        <PageHead title="Your account" />
        <Card title="You">
          <Facts
            items={[
              { label: "Name", value: session.user.name },
              { label: "E-mail", value: session.user.email ?? "" },
              { label: "Role", value: roleWord(session.role) },
            ]}
          />
        </Card>
        {data && <SecondFactorCard secondFactor={data.secondFactor} />}
        {data && <SessionsCard sessions={data.sessions} now={data.readAt} />}
        {!data &&
          (error ? (
            <Unread
              title="Your sign-in could not be read"
              problem={problemOf(error)}
              onRetry={() => void refetch()}
            />
          ) : (
            <SkeletonLines lines={6} />
          ))}
      </div>
    </Page>
  );
}
