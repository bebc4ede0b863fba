import "../ui/theme/mantine-styles.ts";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { nonceHeader } from "../security-headers.ts";
import { readersLocale } from "../ui/locale.ts";
import { fontClasses } from "../ui/theme/fonts.ts";
import { UiProvider } from "../ui/ui-provider.tsx";

export const metadata: Metadata = { applicationName: "Vehicle Contracts", robots: { index: false } };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const request = await headers();
  const nonce = request.get(nonceHeader) ?? "";
  const locale = readersLocale(request.get("accept-language"));
  return (
    <html lang="en" className={fontClasses} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <UiProvider nonce={nonce} locale={locale}>
          {children}
        </UiProvider>
      </body>
    </html>
  );
}
