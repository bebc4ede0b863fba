"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { problemOf } from "../../trpc/errors.ts";
import { Failed } from "../../ui/states/states.tsx";

/** A page that could not be drawn. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = problemOf(error);
  const { correlationId } = problem;
  return (
    <Failed
      level={1}
      title="This page could not be shown"
      text={
        problem.code === "OVERLOADED"
          ? problem.message
          : "Something went wrong on our side. Nothing was changed."
      }
      requestId={correlationId || undefined}
      onRetry={onRetry}
      actions={
        <Button component={Link} href={routes.contracts} variant="default">
          Go to the contracts
        </Button>
      }
    />
  );
}
