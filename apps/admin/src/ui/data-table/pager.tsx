"use client";

import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Keys } from "../keys.tsx";
import { FootBar } from "../page/toolbar.tsx";
import { useFormat } from "../use-format.ts";
import classes from "./data-table.module.css";
import type { CursorPages } from "./use-cursor-pages.ts";

type PagerProps = {
  pages: CursorPages;
  /** Rows on this page. */
  shown: number;
  nextCursor: string | null;
  /** How many match; a capped one is at least so many. */
  total?: { count: number; capped: boolean } | null;
  /** "contracts". */
  noun: string;
};

/** Previous and Next under a table, and which rows these are. */
export function Pager({ pages, shown, nextCursor, total = null, noun }: PagerProps) {
  const format = useFormat();
  const range =
    pages.before === null
      ? `${format.whole(shown)} ${noun}`
      : shown === 0
        ? `No ${noun}`
        : `${format.whole(pages.before + 1)}–${format.whole(pages.before + shown)}`;
  const of = total && shown > 0 && ` of ${total.capped ? "over " : ""}${format.whole(total.count)}`;
  return (
    <FootBar
      end={
        <>
          <span className={classes.keysHint} aria-hidden>
            <Keys keys="ArrowUp" /> <Keys keys="ArrowDown" /> move <Keys keys="Enter" /> open
          </span>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconChevronLeft size={14} />}
            disabled={pages.isFirst}
            onClick={pages.previous}
          >
            {pages.before === null ? "First page" : "Previous"}
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronRight size={14} />}
            disabled={nextCursor === null}
            onClick={() => nextCursor !== null && pages.next(nextCursor, shown)}
          >
            Next
          </Button>
        </>
      }
    >
      <span role="status">
        {range}
        {of}
      </span>
    </FootBar>
  );
}
