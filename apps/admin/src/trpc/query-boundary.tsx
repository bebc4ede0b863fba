"use client";

import { QueryErrorResetBoundary } from "@tanstack/react-query";
import { catchError, type ErrorInfo } from "next/error";
import { type ReactNode, Suspense } from "react";
import { SkeletonLines } from "../ui/states/skeleton.tsx";
import { NotPermitted } from "../ui/states/states.tsx";
import { problemOf } from "./errors.ts";
import { Unread } from "./unread.tsx";

type QueryBoundaryProps = {
  /** "the contracts", "the history": what could not be read. */
  what: string;
  fallback?: ReactNode;
  children: ReactNode;
};

/** A panel that loads and fails by itself, tried again by itself where the failure may pass. */
export function QueryBoundary({ what, fallback = <SkeletonLines />, children }: QueryBoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary what={what} onReset={reset}>
          <Suspense fallback={fallback}>{children}</Suspense>
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}

function Fallback({ what, onReset }: { what: string; onReset: () => void }, { error, reset }: ErrorInfo) {
  const problem = problemOf(error);
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be read`;
  if (problem.code === "FORBIDDEN") return <NotPermitted title={title} text={problem.message} />;
  return (
    <Unread
      title={title}
      problem={problem}
      onRetry={() => {
        onReset();
        reset();
      }}
    />
  );
}

const Boundary = catchError(Fallback);
