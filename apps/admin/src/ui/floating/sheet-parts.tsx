"use client";

import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./floating.module.css";

type HeadProps = { start?: ReactNode; title: ReactNode; below: ReactNode; onClose: () => void };

export const SheetHead = ({ start, title, below, onClose }: HeadProps) => (
  <div className={classes.head}>
    {start}
    <div className={classes.headText}>
      {title}
      {below && <div className={classes.text}>{below}</div>}
    </div>
    <CloseButton aria-label="Close" onClick={onClose} />
  </div>
);

export function SheetFoot({ foot, footStart }: { foot: ReactNode; footStart: ReactNode }) {
  if (!foot && !footStart) return null;
  return (
    <div className={classes.foot}>
      {footStart}
      <div className={classes.footEnd}>{foot}</div>
    </div>
  );
}
