import { Kbd } from "@mantine/core";
import classes from "./keys.module.css";

const words: Record<string, string> = {
  mod: "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** Keys to press, "mod+Enter" or "Ctrl Enter", as one hint. `bare` has no edge, for inside a filled button. */
export function Keys({ keys, bare = false }: { keys: string; bare?: boolean }) {
  const text = keys
    .split(/[+ ]/)
    .map((key) => words[key] ?? key)
    .join(" ");
  if (bare)
    return (
      <span className={classes.bare} aria-hidden>
        {text}
      </span>
    );
  return (
    <Kbd className={classes.keys} aria-hidden>
      {text}
    </Kbd>
  );
}
