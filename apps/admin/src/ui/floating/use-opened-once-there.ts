"use client";

import { useEffect, useState } from "react";

/**
 * Opened one step after it came into the document: the libraries note where the focus was, to give it back, only when they
 * see something open.
 */
export function useOpenedOnceThere(opened: boolean): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return opened && isThere;
}
