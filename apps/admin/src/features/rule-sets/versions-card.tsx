"use client";

import type { RefundRuleSet } from "@vehicle-contracts/contract-model";
import { Card, CardRow } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useDesk } from "../session/desk-context.tsx";
import classes from "./rule-sets.module.css";
import { rulesWords } from "./words.ts";

/** Every version as it was made, the newest first; each opens to its rules. */
export function VersionsCard({ versions }: { versions: readonly RefundRuleSet[] }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return (
    <Card title="Versions" note="They never change: a contract keeps the one that it was sold by." flush>
      {versions.map(({ version, rules, note, createdAt, createdBy, shipped }) => (
        <CardRow key={version}>
          <details className={classes.version}>
            <summary>
              <strong>Version {version}</strong>{" "}
              <span className={classes.quiet}>
                {shipped
                  ? "comes with the product"
                  : createdAt && `${createdBy?.name}, ${format.dateTime(createdAt, timeZone)}`}
              </span>
              {note && <span className={classes.note}>{note}</span>}
            </summary>
            <Facts items={rulesWords(rules, format)} />
          </details>
        </CardRow>
      ))}
    </Card>
  );
}
