import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./time-bar.module.css";
import type { TimeScale } from "./time-scale.ts";

const percent = (share: number) => `${share * 100}%`;

/** The years above the bars. */
export const TimeAxis = ({ scale }: { scale: TimeScale }) => (
  <div className={classes.axis} aria-hidden>
    {scale.years.map(({ year, at }) => (
      <span key={year} style={{ insetInlineStart: percent(at) }}>
        {year}
      </span>
    ))}
  </div>
);

/** Fine lines at the years, behind the bars of a row. */
export const TimeGrid = ({ scale }: { scale: TimeScale }) => (
  <div className={classes.lines} aria-hidden>
    {scale.years.map(({ year, at }) => (
      <span key={year} style={{ insetInlineStart: percent(at) }} />
    ))}
  </div>
);

/** Today across the rows; `label` makes it the flag on top. */
export const TodayLine = ({ scale, today, label }: { scale: TimeScale; today: string; label?: string }) => (
  <div className={classes.today} style={{ insetInlineStart: percent(scale.place(today)) }} aria-hidden>
    {label && <span>{label}</span>}
  </div>
);

export type TimeBarTone = "green" | "teal" | "grey" | "red" | "amber" | "violet";

type TimeBarProps = {
  scale: TimeScale;
  from: string;
  /** The last day (inclusive); null: without an end. */
  to: string | null;
  today: string;
  tone: TimeBarTone;
  /** Not begun: an outline. */
  dashed?: boolean;
  /** From here on it is cut off: cancelled, or ended by distance. */
  cutAt?: string | null;
  /** What it says in words, for those who do not see it. */
  label: string;
  /** Small, under the bar, where its end or its beginning is. */
  note?: ReactNode;
  noteAt?: "start" | "today" | "end";
};

/** Of the line: what a bar takes at least. */
const shortest = 0.004;

/** Of the line: what a note takes at most. */
const noteRoom = 0.3;

/** One contract's time on the line: what is gone by is filled, what is to come is an outline. */
export function TimeBar({
  scale,
  from,
  to,
  today,
  tone,
  dashed,
  cutAt,
  label,
  note,
  noteAt = "start",
}: TimeBarProps) {
  const start = scale.place(from);
  const end = to === null ? 1 : scale.place(to);
  const gone = Math.min(end, Math.max(start, scale.place(cutAt && cutAt < today ? cutAt : today)));
  const goesOn = to === null || to > scale.last;
  const cameFrom = from < scale.first;
  const notePlace = { start, today: gone, end }[noteAt];
  // one that would run across today ends before it
  const now = scale.place(today);
  const before = Math.min(end, now);
  const crosses = noteAt === "start" && start < now && start + noteRoom > now && before >= noteRoom;
  return (
    <div className={classes.row} role="img" aria-label={label}>
      <div
        className={classes.bar}
        data-tone={tone}
        data-dashed={dashed || undefined}
        data-cut={cutAt ? true : undefined}
        data-goes-on={goesOn || undefined}
        data-came-from={cameFrom || undefined}
        style={{ insetInlineStart: percent(start), width: percent(Math.max(shortest, end - start)) }}
      >
        {!dashed && gone > start && (
          <span
            className={classes.gone}
            data-whole={(gone === end && !goesOn) || undefined}
            // to the outer edges: the bar's own width is inside of its border
            style={{ width: `calc((100% + 2px) * ${(gone - start) / Math.max(shortest, end - start)})` }}
          />
        )}
        {cameFrom && <IconChevronLeft size={12} className={classes.cameFrom} />}
        {goesOn && <IconChevronRight size={12} className={classes.goesOn} />}
      </div>
      {cutAt && (
        <span
          className={classes.cut}
          data-tone={tone}
          style={{ insetInlineStart: percent(scale.place(cutAt)) }}
        />
      )}
      {note && (
        <span
          className={classes.note}
          data-at={crosses ? "today" : noteAt}
          style={notePosition(crosses ? before : notePlace, crosses)}
        >
          {note}
        </span>
      )}
    </div>
  );
}

/** Towards the right edge the note ends where it would begin, so that it stays inside. */
const notePosition = (at: number, before: boolean) =>
  before || at > 1 - noteRoom ? { insetInlineEnd: percent(1 - at) } : { insetInlineStart: percent(at) };
