"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { withTypedBefore } from "../fields/typed-before.ts";
import { Keys } from "../keys.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import classes from "./filters.module.css";

type SearchBoxProps = {
  value: string;
  /** Called 250 ms after the last letter, and at once on Enter or when it is cleared. */
  onChange: (text: string) => void;
  /** Enter, with the text as it stands: a scanner types fast and ends with it. */
  onSubmit?: (text: string) => void;
  placeholder: string;
  label: string;
};

/** Where one seeks in a list. `/` comes here, Esc clears. */
export function SearchBox({ value, onChange, onSubmit, placeholder, label }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const later = useDebouncedCallback(onChange, 250);
  const shown = typed ?? value;
  useShortcut("/", "Search", () => input.current?.select(), { group: "Table" });

  const now = (text: string) => {
    later.cancel();
    setTyped(text);
    onChange(text);
  };
  const type = (text: string) => {
    setTyped(text);
    later(text);
  };
  return (
    <TextInput
      ref={withTypedBefore<HTMLInputElement>(
        (element) => {
          input.current = element;
        },
        (element) => {
          if (element.value !== shown) type(element.value);
        },
      )}
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} stroke={1.75} />}
      rightSection={
        shown === "" ? (
          <Keys keys="/" />
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => now("")} />
        )
      }
      rightSectionPointerEvents={shown === "" ? "none" : "all"}
      value={shown}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        later.flush();
        setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          now(event.currentTarget.value);
          onSubmit?.(event.currentTarget.value);
        }
        if (event.key === "Escape" && shown !== "") {
          event.preventDefault();
          now("");
        }
      }}
    />
  );
}
