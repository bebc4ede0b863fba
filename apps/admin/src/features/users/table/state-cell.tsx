import { IconCheck, IconMail, IconMailOff, IconX } from "@tabler/icons-react";
import type { User } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { timeLeft } from "../words.ts";
import classes from "./table.module.css";

/** Whether somebody can sign in, and how long the link of one who is invited is still good. */
export function StateCell({ user: { state, invitationEndsAt }, now }: { user: User; now: string }) {
  if (state === "ACTIVE")
    return (
      <span className={classes.state} data-tone="green">
        <IconCheck size={16} stroke={1.75} aria-hidden />
        Active
      </span>
    );
  if (state === "DISABLED")
    return (
      <span className={classes.state}>
        <IconX size={16} stroke={1.75} aria-hidden />
        Disabled
      </span>
    );
  const left = timeLeft(invitationEndsAt, now);
  const Icon = left ? IconMail : IconMailOff;
  return (
    <span className={classes.state} data-tone={left ? undefined : "amber"}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <TwoLines top={<span className={classes.stateWord}>Invited</span>} below={left ?? "link has ended"} />
    </span>
  );
}
