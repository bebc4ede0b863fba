"use client";

import { createContext, type ReactNode, useContext } from "react";

const TopBarEnd = createContext<ReactNode>(null);

/** What stands at the right of every page's top bar: the store switch. */
export const ShellTopBarEnd = TopBarEnd.Provider;

export const useTopBarEnd = (): ReactNode => useContext(TopBarEnd);
