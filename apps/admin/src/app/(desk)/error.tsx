"use client";

import { PageFailed } from "../../features/session/page-failed.tsx";
import { Page } from "../../ui/page/page.tsx";

export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Page crumbs={[{ label: "Something went wrong" }]}>
      <PageFailed error={error} onRetry={retry} />
    </Page>
  );
}
