"use client";

import { useEffect, useState } from "react";

/**
 * Whether what is in a box is wider than the box, so that the keyboard must reach it to see all. The box's size is the
 * browser's to tell. Answers the ref of the box too.
 */
export function useScrollsAcross() {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    if (!box) return undefined;
    const observer = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth));
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box]);
  return { ref: setBox, scrolls };
}
