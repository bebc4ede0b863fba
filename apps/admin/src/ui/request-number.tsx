"use client";

import { later } from "./later/later.tsx";
import classes from "./show.module.css";

// what fails is read first: its tip is no part of any page
const CopyButton = later(() => import("./copy-button.tsx").then((loaded) => loaded.CopyButton));

/** "Request" and its number, to be passed on to who can look into it. */
export const RequestNumber = ({ id }: { id: string }) => (
  <>
    Request <span className={classes.code}>{id}</span>
    <CopyButton text={id} what="request number" />
  </>
);
