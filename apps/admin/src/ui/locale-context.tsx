"use client";

import { createContext, type ReactNode, useContext } from "react";
import { defaultLocale } from "./locale.ts";

const LocaleContext = createContext(defaultLocale);

/** Hands the reader's locale to every part, the same on the server and in the browser. */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export const useLocale = (): string => useContext(LocaleContext);
