import type { ReactNode } from "react";
import { desk } from "../../features/session/desk.ts";
import { DeskFrame } from "../../features/session/desk-frame.tsx";
import { TrpcProvider } from "../../trpc/browser.tsx";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { session, store } = await desk();
  return (
    <TrpcProvider>
      <DeskFrame session={session} storeId={store?.storeId ?? null}>
        {children}
      </DeskFrame>
    </TrpcProvider>
  );
}
