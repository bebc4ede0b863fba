import { VisuallyHidden } from "@mantine/core";
import classes from "./states.module.css";

const widths = ["72%", "58%", "81%", "64%", "77%"];

/** Lines to come, shown after 150 ms, so that what is quick does not flicker. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className={classes.lines} aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: lines }, (_, place) => `line ${place}`).map((line, place) => (
        <SkeletonBar key={line} width={widths[place % widths.length] ?? "70%"} />
      ))}
    </div>
  );
}

/** One bar to come. */
export const SkeletonBar = ({ width, height = 10 }: { width: string; height?: number }) => (
  <span className={classes.bar} style={{ width, height }} />
);
