import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./page.module.css";
import type { Crumb } from "./page.tsx";
import { LinkUnderWay } from "./under-way.tsx";

/** What is no longer than a section's name. */
const short = 16;

/** Where one is: from the section to this page. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are" className={classes.crumbs}>
      {crumbs.map(({ label, href }, place) => {
        const isLast = place === crumbs.length - 1;
        return (
          <span
            key={label}
            className={classes.crumb}
            data-last={isLast || undefined}
            data-short={(!isLast && label.length <= short) || undefined}
          >
            {href && !isLast ? (
              <Link href={href}>
                {label}
                <LinkUnderWay />
              </Link>
            ) : (
              <span aria-current={isLast ? "page" : undefined}>{label}</span>
            )}
            {!isLast && <IconChevronRight size={14} aria-hidden />}
          </span>
        );
      })}
    </nav>
  );
}
