"use client";

import { IconCalendarEvent, IconEngine, IconInfinity, IconRoad } from "@tabler/icons-react";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Meter, meterTone } from "../../../ui/meter.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { remainingWords } from "../../usage/remaining-words.ts";
import { type EndLine, endLines } from "../ends-words.ts";
import { type ContractLimits, limitsOf } from "../limits.ts";
import classes from "./table.module.css";

const icons = { date: IconCalendarEvent, distance: IconRoad, hours: IconEngine } as const;

/** When a contract ends: the limit that comes first on top, the other below, how much of the first is gone beside them. */
export function EndsCell({ contract }: { contract: ContractRead }) {
  const figures = useFormat();
  const limits = limitsOf(contract);
  const [top, below] = endLines(limits, figures);
  const isOpen = limits.phase === "running" || limits.phase === "paused" || limits.phase === "ahead";
  const left = isOpen ? remainingWords(contract, figures).join("; ") : "";
  return (
    <span className={classes.ends}>
      <TwoLines
        top={<Line line={top} isTop />}
        below={
          <span className={classes.below}>
            <span className={classes.wide}>
              <Line line={below} />
              {left && <span className={classes.left}>{left}</span>}
            </span>
            <span className={classes.narrow}>
              <span className={classes.indented} data-tone={top.note ? top.noteTone : below.textTone}>
                {top.note ?? below.text}
              </span>
            </span>
          </span>
        }
      />
      <span className={classes.wide}>
        <Gone limits={limits} />
      </span>
    </span>
  );
}

function Line({ line, isTop = false }: { line: EndLine; isTop?: boolean }) {
  const Icon = line.endless ? IconInfinity : icons[line.limit];
  return (
    <span className={classes.endLine}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={classes.endWords}>
        <span
          data-tone={line.textTone}
          className={isTop && line.textTone === "plain" ? classes.strongEnd : undefined}
        >
          {line.text}
        </span>
        {line.note && (
          <span className={isTop ? classes.wide : undefined}>
            <span className={classes.note} data-tone={line.noteTone}>
              {line.note}
            </span>
          </span>
        )}
      </span>
    </span>
  );
}

/** How much of the limit that comes first is gone, while it still goes on. */
function Gone({ limits }: { limits: ContractLimits }) {
  const format = useFormat();
  const [name] = limits.order;
  const limit = name ? limits[name] : undefined;
  if (limit?.kind !== "limited" || (limits.phase !== "running" && limits.phase !== "paused")) return null;
  const daysLeft = "daysLeft" in limit ? limit.daysLeft : null;
  return (
    <Meter
      thin
      share={limit.share}
      tone={meterTone(limit.share, daysLeft, limits.phase === "running")}
      label={`${format.percent(Math.round(limit.share * 100))} gone`}
    />
  );
}
