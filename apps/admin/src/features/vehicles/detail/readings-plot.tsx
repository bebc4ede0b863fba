"use client";

import { IconX } from "@tabler/icons-react";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./plot.module.css";
import { type Plot, type PlotLimit, type PlotReading, plotOf } from "./plot.ts";
import { namedYears } from "./time-span.ts";

type ReadingsPlotProps = {
  readings: readonly PlotReading[];
  limits: readonly PlotLimit[];
  /** A value with its unit: "41,870 mi". */
  say: (value: number) => string;
  /** A value at the axis: "40k". */
  sayShort: (value: number) => string;
  date: (date: string) => string;
};

/** Readings over time and the limits of the contracts in force. The table of all readings says the same. */
export function ReadingsPlot({ readings, limits, say, sayShort, date }: ReadingsPlotProps) {
  const { today } = useDesk();
  const plot = plotOf(readings, limits, today);
  const first = plot?.points.find(({ withdrawn }) => !withdrawn);
  const last = plot?.points.find((point) => point.last);
  if (!plot || !first || !last) return null;
  const words =
    first === last
      ? `One reading, ${say(last.value)} on ${date(last.date)}`
      : `From ${say(first.value)} on ${date(first.date)} to ${say(last.value)} on ${date(last.date)}`;
  return (
    <figure className={classes.figure} style={{ paddingTop: room + height * plot.overhead }}>
      <div className={classes.plot} role="img" aria-label={words}>
        {plot.ticks.map(({ value, y }) => (
          <span key={value} className={classes.tick} style={{ bottom: percent(y) }}>
            <span>{sayShort(value)}</span>
          </span>
        ))}
        {namedYears(plot.scale).years.map(({ year, at }) => (
          <span key={year} className={classes.year} style={{ insetInlineStart: percent(at) }}>
            {year}
          </span>
        ))}
        <span className={classes.today} style={{ insetInlineStart: percent(plot.scale.place(today)) }} />
        <Limits plot={plot} say={say} />
        <Line plot={plot} />
        {plot.points.map((point, place) => (
          <span
            // two readings of a day may be alike: the place tells them apart
            key={`${point.date} ${place}`}
            className={classes.point}
            data-withdrawn={point.withdrawn || undefined}
            data-small={plot.points.length > manyPoints || undefined}
            style={{ insetInlineStart: percent(point.x), bottom: percent(point.y) }}
          >
            {point.withdrawn && <IconX size={12} stroke={2} />}
          </span>
        ))}
      </div>
      {plot.leftOut > 0 && (
        <figcaption className={classes.leftOut}>
          {plot.leftOut === 1 ? "One further limit is" : `${plot.leftOut} further limits are`} not drawn.
        </figcaption>
      )}
    </figure>
  );
}

/** In pixels: of the plot, as its style sheet has it, and of the room above it. */
const height = 184;
const room = 28;

/** Points from which on they are small. */
const manyPoints = 40;

const percent = (share: number) => `${share * 100}%`;

/** The readings that stand, joined. */
const Line = ({ plot }: { plot: Plot }) => (
  <svg className={classes.line} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
    <polyline
      points={plot.points
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ x, y }) => `${x},${1 - y}`)
        .join(" ")}
      vectorEffect="non-scaling-stroke"
    />
  </svg>
);

const Limits = ({ plot, say }: { plot: Plot; say: (value: number) => string }) =>
  plot.limits.map(({ id, label, value, x1, x2, y, labelY, beyond, near }) => {
    // words of a limit that begins late stand before it, as long as there is room
    const before = x1 > 0.45;
    return (
      <span key={id} data-near={near || undefined} className={classes.limit}>
        {!beyond && (
          <span
            className={classes.limitLine}
            style={{
              insetInlineStart: percent(x1),
              width: percent(Math.max(0, x2 - x1)),
              bottom: percent(y),
            }}
          />
        )}
        <span
          className={classes.limitWords}
          style={{
            bottom: percent(labelY),
            ...(before ? { insetInlineEnd: percent(1 - x1) } : { insetInlineStart: percent(x1) }),
          }}
          data-before={(before && !beyond) || undefined}
        >
          {label} limit {say(value)}
          {beyond && " ↑"}
        </span>
      </span>
    );
  });
