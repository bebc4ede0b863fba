"use client";

import { useState } from "react";
import { flushSync } from "react-dom";

/** Prints what is shown only for that: it is there while the browser's dialog is. */
export function usePrinting(): { isPrinting: boolean; print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  return {
    isPrinting,
    print: () => {
      window.addEventListener("afterprint", () => setPrinting(false), { once: true });
      flushSync(() => setPrinting(true));
      window.print();
    },
  };
}
