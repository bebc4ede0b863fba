"use client";

import { TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { Keys } from "../../../ui/keys.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import classes from "./panel.module.css";
import type { Job } from "./use-job.ts";

/** Where a line is typed: what, then the amount. Enter keeps it; ↑ in the empty field takes the last one back. */
export function JobEntryField({ job }: { job: Job }) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [isSent, setSent] = useState(false);
  const { text, read } = job;
  useShortcut("J", "Check a job", () => input.current?.focus(), { group: "Vehicle" });
  const hint = read.kind === "unready" ? read.hint : null;
  return (
    <>
      <TextInput
        ref={input}
        aria-label="Add a line"
        placeholder="Add a line: code or words, then amount"
        list={listId}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => {
          setSent(false);
          job.setText(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            setSent(!job.add());
          }
          if (event.key === "ArrowUp" && text === "") {
            event.preventDefault();
            job.takeBack();
          }
        }}
        leftSection={<IconPlus size={14} aria-hidden />}
        rightSection={<Keys keys="Enter" />}
        rightSectionWidth={56}
        error={isSent && hint ? hint : undefined}
        description={!isSent && hint ? hint : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        className={classes.entry}
      />
      <datalist id={listId}>
        {job.items.map(({ code, name }) => (
          <option key={code} value={name}>
            {name === code ? undefined : code}
          </option>
        ))}
      </datalist>
    </>
  );
}
