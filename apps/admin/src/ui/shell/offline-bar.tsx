"use client";

import { IconCloudOff } from "@tabler/icons-react";
import { useOnline } from "../use-online.ts";
import classes from "./shell.module.css";
import { useLinksWait } from "./use-links-wait.ts";

/** Says that there is no connection, as long as there is none. Links wait meanwhile. */
export function OfflineBar() {
  const isOnline = useOnline();
  useLinksWait();
  return (
    <div role="status">
      {!isOnline && (
        <div className={classes.offline}>
          <IconCloudOff size={16} aria-hidden />
          <span>
            <strong>No connection.</strong> What you typed is kept; it goes on when you are back.
          </span>
        </div>
      )}
    </div>
  );
}
