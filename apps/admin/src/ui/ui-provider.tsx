"use client";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import { LocaleProvider } from "./locale-context.tsx";
import { ShortcutsProvider } from "./shortcuts/shortcuts-context.tsx";
import { cssVariables } from "./theme/css-variables.ts";
import { theme } from "./theme/theme.ts";

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
          <Notifications position="bottom-right" limit={3} />
        </ShortcutsProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
