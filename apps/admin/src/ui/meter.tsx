import classes from "./meter.module.css";

export type MeterTone = "green" | "amber" | "grey" | "accent";

/** Green; amber above 90 % or with 60 days left or fewer; grey when not in force. `daysLeft` null: no end by date. */
export function meterTone(share: number, daysLeft: number | null, inForce: boolean): MeterTone {
  if (!inForce) return "grey";
  return share > 0.9 || (daysLeft !== null && daysLeft <= 60) ? "amber" : "green";
}

type MeterProps = { share: number; tone: MeterTone; label: string; thin?: boolean };

/** How much is gone, 0 to 1. `label` says it in words. `thin` is the small one of table rows. */
export function Meter({ share, tone, label, thin = false }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={classes.track}
      data-tone={tone}
      data-thin={thin || undefined}
      role="img"
      aria-label={label}
    >
      <div className={classes.fill} style={{ width: `${percent}%` }} />
    </div>
  );
}
