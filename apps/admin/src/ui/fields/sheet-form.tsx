"use client";

import type { ReactNode } from "react";
import type { OpenRow } from "../floating/use-open-row.ts";
import classes from "./fields.module.css";
import { useSheetForm } from "./use-sheet-form.ts";

type SheetFormProps = {
  onSubmit: () => void;
  /** Whether something is typed: then the sheet is not left without a question. */
  isTyped: boolean;
  row: OpenRow;
  /** Begins in its first field: for a new record. */
  focusFirst?: boolean;
  children: ReactNode;
};

/** The fields of a sheet beside a list, one below the other. The buttons stand in the sheet's foot. */
export function SheetForm({ onSubmit, isTyped, row, focusFirst = false, children }: SheetFormProps) {
  const form = useSheetForm(row.setTyped, isTyped, focusFirst);
  return (
    <form
      ref={form}
      noValidate
      className={classes.sheetForm}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {/* Enter in a field saves: a form of several fields needs a button for that */}
      <button type="submit" hidden />
    </form>
  );
}
