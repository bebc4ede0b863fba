import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpCircle,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";
import type { Tone } from "./theme/tokens.ts";

const icons = {
  amber: IconAlertTriangle,
  red: IconAlertCircle,
  green: IconCircleCheck,
  teal: IconInfoCircle,
  violet: IconHelpCircle,
  grey: IconInfoCircle,
} as const;

type NoticeProps = { tone: Tone; title: ReactNode; children?: ReactNode; action?: ReactNode; live?: boolean };

/** Something to know, inside the page. Red speaks at once to those who do not see it; `live` makes others do so. */
export function Notice({ tone, title, children, action, live = false }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classes.notice}
      data-tone={tone}
      role={tone === "red" ? "alert" : live ? "status" : undefined}
    >
      <Icon size={16} aria-hidden />
      <div className={classes.body}>
        <span className={classes.title}>{title}</span> {children}
      </div>
      {action}
    </div>
  );
}
