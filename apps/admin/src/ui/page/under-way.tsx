"use client";

import { Portal } from "@mantine/core";
import { useLinkStatus } from "next/link";
import classes from "./page.module.css";

/** A thin bar at the top of the window while a page is on its way; not for the first 150 ms. */
export const UnderWay = () => (
  <Portal>
    <div className={classes.underWay} role="progressbar" aria-label="The page is on its way" />
  </Portal>
);

/** The same inside a link, while the page it leads to is on its way. */
export const LinkUnderWay = () => useLinkStatus().pending && <UnderWay />;
