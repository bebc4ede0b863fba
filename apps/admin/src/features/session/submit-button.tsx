"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useIsHydrated } from "../../ui/use-is-hydrated.ts";

type SubmitButtonProps = { isSending: boolean; children: ReactNode };

/** Sends a stranger's form; not before the page's script is there, without which it would be sent to nobody. */
export function SubmitButton({ isSending, children }: SubmitButtonProps) {
  const isHydrated = useIsHydrated();
  return (
    <Button type="submit" fullWidth disabled={!isHydrated} loading={isSending}>
      {children}
    </Button>
  );
}
