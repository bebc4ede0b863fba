import { IconCircleCheckFilled, IconCircleHalf2, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import type { EntitlementDecision } from "@vehicle-contracts/contract-model";
import { Tag } from "../../ui/tag.tsx";
import { decisionWord } from "./decision-words.ts";

const looks = {
  COVERED: { tone: "green", icon: IconCircleCheckFilled },
  PARTLY_COVERED: { tone: "amber", icon: IconCircleHalf2 },
  NOT_COVERED: { tone: "red", icon: IconCircleX },
  UNDETERMINED: { tone: "violet", icon: IconHelpCircle },
} as const;

/** What is decided of a line, by icon and word; the colour only helps. */
export function DecisionBadge({ decision }: { decision: EntitlementDecision }) {
  const { tone, icon } = looks[decision];
  return (
    <Tag tone={tone} icon={icon}>
      {decisionWord(decision)}
    </Tag>
  );
}
