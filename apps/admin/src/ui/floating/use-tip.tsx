"use client";

import { useTimeout } from "@mantine/hooks";
import { type FocusEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { whenever } from "../later/later.tsx";
import { useWasOpened } from "../later/use-was-opened.ts";
import type { TipFrameProps } from "./tip-frame.tsx";

const OPENS_AFTER_MS = 300;
// what it says is said otherwise too: where it cannot be loaded there is none
const TipFrame = whenever(() => import("./tip-frame.tsx").then((loaded) => loaded.TipFrame));

type Tip<Target extends HTMLElement> = {
  /** For what the tip names. */
  target: {
    ref: RefObject<Target | null>;
    onMouseEnter: () => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent<Target>) => void;
    onBlur: () => void;
  };
  /** The tip itself, to be put beside it. */
  tip: ReactNode;
};

/** A tip for who stays on something with the pointer, or comes to it by the keyboard. */
export function useTip<Target extends HTMLElement>(
  label: string,
  {
    position = "top",
    className,
  }: { position?: TipFrameProps["position"]; className?: string | undefined } = {},
): Tip<Target> {
  const ref = useRef<Target>(null);
  const [isOpen, setOpen] = useState(false);
  const wasOpened = useWasOpened(isOpen);
  const { start, clear } = useTimeout(() => setOpen(true), OPENS_AFTER_MS);
  const close = () => {
    clear();
    setOpen(false);
  };
  return {
    target: {
      ref,
      onMouseEnter: start,
      onMouseLeave: close,
      onFocus: (event) => event.currentTarget.matches(":focus-visible") && setOpen(true),
      onBlur: close,
    },
    tip: wasOpened && (
      <TipFrame
        opened={isOpen}
        onClose={close}
        at={ref}
        label={label}
        position={position}
        className={className}
      />
    ),
  };
}
