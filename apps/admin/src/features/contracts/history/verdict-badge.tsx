import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { HistoryVerdict } from "@vehicle-contracts/contract-model";
import { Tag } from "../../../ui/tag.tsx";
import classes from "./history.module.css";

/** Whether the history is as it was written; where not, it leads to the first entry at fault. */
export function VerdictBadge({ verdict }: { verdict: HistoryVerdict }) {
  if (verdict.intact)
    return (
      <Tag tone="green" icon={IconCheck}>
        Chain verified
      </Tag>
    );
  const broken = (
    <Tag tone="red" icon={IconAlertTriangle}>
      {verdict.firstBroken === null ? "Chain broken" : `Chain broken at entry ${verdict.firstBroken}`}
    </Tag>
  );
  if (verdict.firstBroken === null) return broken;
  return (
    <a href={`#entry-${verdict.firstBroken}`} className={classes.verdict}>
      {broken}
    </a>
  );
}
