import {
  IconBan,
  IconCircleCheckFilled,
  IconCircleX,
  IconClock,
  IconHourglassEmpty,
  IconPencil,
  IconPlayerPauseFilled,
  type TablerIcon,
} from "@tabler/icons-react";
import { cx } from "./cx.ts";
import classes from "./status-badge.module.css";

type Look = { word: string; icon: TablerIcon; look: string | undefined };

const looks = {
  DRAFT: { word: "Draft", icon: IconPencil, look: classes.draft },
  PENDING: { word: "Pending", icon: IconClock, look: classes.teal },
  ACTIVE: { word: "Active", icon: IconCircleCheckFilled, look: classes.green },
  SUSPENDED: { word: "Suspended", icon: IconPlayerPauseFilled, look: classes.amber },
  EXPIRED: { word: "Expired", icon: IconHourglassEmpty, look: classes.grey },
  CANCELLED: { word: "Cancelled", icon: IconCircleX, look: classes.red },
  VOID: { word: "Void", icon: IconBan, look: classes.void },
} as const satisfies Record<string, Look>;

export type Status = keyof typeof looks;

/** The state in a word: "Active". */
export const statusWord = (status: Status): string => looks[status].word;

/** The state's icon, for lists of choices. */
export function StatusIcon({ status }: { status: Status }) {
  const { icon: Icon, look } = looks[status];
  return (
    <span className={cx(classes.icon, look)} aria-hidden>
      <Icon size={14} />
    </span>
  );
}

/** A state by icon, outline and word; the colour only helps. `compact`: in a row on a phone the word is heard alone. */
export function StatusBadge({ status, compact = false }: { status: Status; compact?: boolean }) {
  const { word, icon: Icon, look } = looks[status];
  return (
    <span className={cx(classes.badge, look)} data-status={status} data-compact={compact || undefined}>
      <Icon size={14} aria-hidden />
      <span className={classes.word}>{word}</span>
    </span>
  );
}
