"use client";

import { Tooltip, type TooltipProps } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import type { RefObject } from "react";

export type TipFrameProps = {
  opened: boolean;
  onClose: () => void;
  at: RefObject<HTMLElement | null>;
  label: string;
  position: NonNullable<TooltipProps["position"]>;
  className: string | undefined;
};

/** A tip beside what it names; Escape closes it. */
export function TipFrame({ opened, onClose, at, label, position, className }: TipFrameProps) {
  useWindowEvent("keydown", (event) => event.key === "Escape" && onClose());
  return (
    <Tooltip
      opened={opened}
      target={at}
      label={label}
      position={position}
      classNames={{ tooltip: className ?? "" }}
    />
  );
}
