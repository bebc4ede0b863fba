"use client";

import type { FieldValues } from "react-hook-form";
import { currencySign, formatWhole } from "../format.ts";
import { useLocale } from "../locale-context.tsx";
import { noAmount, noDecimal, noWhole } from "./fault-words.ts";
import type { FieldProps } from "./field-props.ts";
import classes from "./fields.module.css";
import { TypedField } from "./typed-field.tsx";
import {
  decimalOfTyped,
  minorFromText,
  signsOfUnit,
  textFromDecimal,
  textFromMinor,
  wholeOfTyped,
  withoutSign,
} from "./typed-number.ts";

const Unit = ({ children }: { children: string }) => <span className={classes.unit}>{children}</span>;

type Unit = { unit?: string; autoFocus?: boolean };

/** A whole number ≥ 0, such as a distance; its unit stands inside at the right. The form's value is a number or null. */
export function WholeField<Values extends FieldValues>({ unit, ...props }: FieldProps<Values> & Unit) {
  const locale = useLocale();
  return (
    <TypedField
      {...props}
      read={(text) => wholeOfTyped(withoutSign(text, signsOfUnit(unit)), locale) ?? undefined}
      show={(value) => (typeof value === "number" ? formatWhole(value, locale) : value)}
      unreadable={(text) => noWhole(text, locale, unit)}
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
    unreadable={() => "Must be a year of four figures, such as 2023."}
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
    const decimal = decimalOfTyped(withoutSign(text, signsOfUnit(unit)), locale);
    return decimal !== null && (decimal.split(".")[1]?.length ?? 0) <= places ? decimal : undefined;
  };
  return (
    <TypedField
      {...props}
      // a value of the form always has a point, whatever the locale separates thousands by
      read={(text) => (/^\d+\.\d+$/.test(text) && !/^\d{1,3}\.\d{3}$/.test(text) ? text : read(text))}
      show={(value) => textFromDecimal(String(value), locale)}
      unreadable={(text) => noDecimal(text, places, locale)}
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
  const sign = currencySign(currency, locale);
  const signs = [sign, currency];
  return (
    <TypedField
      {...props}
      read={(text) => minorFromText(withoutSign(text, signs), currency, locale) ?? undefined}
      show={(value) => (typeof value === "number" ? textFromMinor(value, currency, locale) : value)}
      unreadable={(text) => noAmount(text, currency, locale)}
      currency={currency}
      alignEnd
      inputMode="decimal"
      start={<Unit>{sign}</Unit>}
      {...(sign.length > 2 && { startWidth: 48 })}
    />
  );
}
