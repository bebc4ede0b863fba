import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./tag.module.css";
import type { Tone } from "./theme/tokens.ts";

type TagProps = { tone?: Tone; icon?: TablerIcon; outline?: boolean; children: ReactNode };

/** A small label that is no state of the life cycle: "comes first", "can be saved", "E-mail". */
export function Tag({ tone = "grey", icon: Icon, outline = false, children }: TagProps) {
  return (
    <span className={classes.tag} data-tone={tone} data-outline={outline || undefined}>
      {Icon && <Icon size={13} aria-hidden />}
      {children}
    </span>
  );
}
