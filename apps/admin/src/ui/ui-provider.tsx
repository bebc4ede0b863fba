"use client";

import { MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { whenever } from "./later/later.tsx";
import { LocaleProvider } from "./locale-context.tsx";
import { ShortcutsProvider } from "./shortcuts/shortcuts-context.tsx";
import { cssVariables } from "./theme/css-variables.ts";
import { theme } from "./theme/theme.ts";

// nothing is said before somebody has done something
const ToastEdge = whenever(() => import("./floating/toast-edge.tsx").then((loaded) => loaded.ToastEdge));

type UiProviderProps = { nonce: string; locale: string; children: ReactNode };

/** Theme, locale, keys and messages, for everything below. The nonce is that of the first page: styles are made there. */
export function UiProvider({ nonce, locale, children }: UiProviderProps) {
  const [firstNonce] = useState(nonce);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => firstNonce}
      deduplicateInlineStyles
    >
      <LocaleProvider locale={locale}>
        <ShortcutsProvider>
          {children}
          <ToastEdge />
        </ShortcutsProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
