import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import classes from "./history.module.css";

export const EntriesToCome = () => (
  <div className={classes.toCome}>
    <SkeletonLines lines={4} />
  </div>
);
