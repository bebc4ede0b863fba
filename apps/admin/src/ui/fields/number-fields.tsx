"use client";

import type { FieldValues } from "react-hook-form";
import { currencySign, formatWhole } from "../format.ts";
import { useLocale } from "../locale-context.tsx";
import type { FieldProps } from "./field-props.ts";
import classes from "./fields.module.css";
import { TypedField } from "./typed-field.tsx";
import {
  decimalOfTyped,
  minorFromText,
  textFromDecimal,
  textFromMinor,
  wholeOfTyped,
} from "./typed-number.ts";

const Unit = ({ children }: { children: string }) => <span className={classes.unit}>{children}</span>;

type Unit = { unit?: string; autoFocus?: boolean };

/** A whole number ≥ 0, such as a distance; its unit stands inside at the right. The form's value is a number or null. */
export function WholeField<Values extends FieldValues>({ unit, ...props }: FieldProps<Values> & Unit) {
  const locale = useLocale();
  return (
    <TypedField
      {...props}
      read={(text) => wholeOfTyped(text, locale) ?? undefined}
      show={(value) => (typeof value === "number" ? formatWhole(value, locale) : value)}
      unreadable="Must be a whole number, such as 8,420."
      alignEnd
      inputMode="numeric"
      {...(unit && { end: <Unit>{unit}</Unit>, endWidth: 16 + unit.length * 9 })}
    />
  );
}

/** A year of four figures, which nothing separates; a number in the form, or null. */
export const YearField = <Values extends FieldValues>(props: FieldProps<Values>) => (
  <TypedField
    {...props}
    read={(text) => (/^\d{4}$/.test(text.trim()) ? Number(text) : undefined)}
    show={String}
    unreadable="Must be a year of four figures, such as 2023."
    inputMode="numeric"
  />
);

type DecimalFieldProps<Values extends FieldValues> = FieldProps<Values> & Unit & { places: number };

/** Decimal text with a point in the form ("7.7"), or null; a comma may be typed. */
export function DecimalField<Values extends FieldValues>({
  unit,
  places,
  ...props
}: DecimalFieldProps<Values>) {
  const locale = useLocale();
  const read = (text: string) => {
    const decimal = decimalOfTyped(text, locale);
    return decimal !== null && (decimal.split(".")[1]?.length ?? 0) <= places ? decimal : undefined;
  };
  return (
    <TypedField
      {...props}
      // a value of the form always has a point, whatever the locale separates thousands by
      read={(text) => (/^\d+\.\d+$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text) ? text : read(text))}
      show={(value) => textFromDecimal(String(value), locale)}
      unreadable={`Must be a figure of at most ${places} decimals.`}
      alignEnd
      inputMode="decimal"
      {...(unit && { end: <Unit>{unit}</Unit>, endWidth: 16 + unit.length * 9 })}
    />
  );
}

/** An amount in the currency; whole minor units in the form, or null. */
export function MoneyField<Values extends FieldValues>({
  currency,
  ...props
}: FieldProps<Values> & { currency: string }) {
  const locale = useLocale();
  return (
    <TypedField
      {...props}
      read={(text) => minorFromText(text, currency, locale) ?? undefined}
      show={(value) => (typeof value === "number" ? textFromMinor(value, currency, locale) : value)}
      unreadable={`Must be an amount in ${currency}, such as ${textFromMinor(74_900, currency, locale)}.`}
      alignEnd
      inputMode="decimal"
      start={<Unit>{currencySign(currency, locale)}</Unit>}
    />
  );
}
