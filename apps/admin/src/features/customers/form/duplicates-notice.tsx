"use client";

import { Anchor } from "@mantine/core";
import Link from "next/link";
import type { UseFormReturn } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { Notice } from "../../../ui/notice.tsx";
import classes from "./form.module.css";
import type { CustomerForm } from "./form-values.ts";
import { useDuplicates } from "./use-duplicates.ts";

/** More would only be in the way. */
const mostShown = 3;

type DuplicatesNoticeProps = {
  form: UseFormReturn<CustomerForm>;
  /** Who is changed, and is none of them; null for a new customer. */
  partyId: string | null;
  /** Takes one that is there instead of the new one; without it they are opened beside. */
  onTake?: ((partyId: string) => void) | undefined;
};

/** Somebody who may be the same is told of; adding them all the same is not refused. */
export function DuplicatesNotice({ form, partyId: own, onTake }: DuplicatesNoticeProps) {
  const duplicates = useDuplicates(form, own);
  if (duplicates.length === 0) return null;
  return (
    <Notice tone="amber" live title="Perhaps here already.">
      You can save all the same.
      <ul className={classes.duplicates}>
        {duplicates.slice(0, mostShown).map(({ party: { partyId, name }, same }) => (
          <li key={partyId}>
            {name} has the same {same}.{" "}
            {onTake ? (
              <Anchor
                component="button"
                type="button"
                inherit
                underline="always"
                onClick={() => onTake(partyId)}
              >
                Take {name}
              </Anchor>
            ) : (
              <Anchor
                component={Link}
                href={routes.customer(partyId)}
                target="_blank"
                inherit
                underline="always"
              >
                Open {name} in a new tab
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
