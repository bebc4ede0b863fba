import { CopyButton } from "../../../ui/copy-button.tsx";
import classes from "./detail.module.css";

/** Opens a new message. */
export const EmailLink = ({ email }: { email: string }) => (
  <span className={classes.reach}>
    <a href={`mailto:${email}`} className={classes.link}>
      {email}
    </a>
    <CopyButton text={email} what="e-mail address" />
  </span>
);

/** Dials. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <span className={classes.reach}>
    <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className={classes.link}>
      {phone}
    </a>
    <CopyButton text={phone} what="telephone number" />
  </span>
);
