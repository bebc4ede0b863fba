"use client";

import { Page } from "../../ui/page/page.tsx";
import { NotHere, NotYours } from "./not-here.tsx";
import { PageFailed } from "./page-failed.tsx";

export const DeskFailed = (failure: { error: unknown; onRetry: () => void }) => (
  <Page crumbs={[{ label: "Something went wrong" }]}>
    <PageFailed {...failure} />
  </Page>
);

export const DeskNotHere = () => (
  <Page crumbs={[{ label: "Not found" }]}>
    <NotHere />
  </Page>
);

export const DeskNotYours = () => (
  <Page crumbs={[{ label: "Not permitted" }]}>
    <NotYours />
  </Page>
);
