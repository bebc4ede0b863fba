import classes from "./show.module.css";

/** A licence plate, as on the car. */
export const Plate = ({ children }: { children: string }) => (
  <span className={classes.plate}>{children}</span>
);
