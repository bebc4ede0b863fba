import { z } from "zod";
import { currencyCodes } from "./currency.ts";
import { firstDate, lastDate } from "./limits-of-dates.ts";

/** An id made by the server: a UUID (version 7), lower case. One of another version is well formed, and of nobody. */
export const Id = z.guid("Must be an id: a UUID such as 0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071.").toLowerCase();

/** A calendar date of a store, `YYYY-MM-DD`, from 1900-01-01 to 2999-12-31 (inclusive). It has no time and no zone. */
export const CalendarDate = z.iso
  .date("Must be a calendar date that exists, as YYYY-MM-DD.")
  .refine((date) => date >= firstDate && date <= lastDate, `Must be from ${firstDate} to ${lastDate}.`);

/** A point in time: RFC 3339 in UTC with milliseconds. */
export const Instant = z.iso.datetime("Must be a point in time in UTC, such as 2026-01-20T09:12:44.120Z.");

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const controlInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const controlInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** What takes no room and joins nothing: soft hyphen, zero-width blank, word joiner, marks that turn the direction of writing. */
const invisible = /[\u00ad\u061c\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Besides, at the ends: joiners and marks that mean something only between letters. */
const blank = /[\s\u200c-\u200f]/;

/**
 * Without what nobody sees, which comes along when text is copied, and would make one number or name look like another.
 * Looks at each end once: a pattern that ends in `+$` would begin anew at every blank of a long text.
 */
export function tidy(text: string): string {
  const seen = text.replace(invisible, "");
  let start = 0;
  let end = seen.length;
  while (start < end && blank.test(seen.charAt(start))) start++;
  while (end > start && blank.test(seen.charAt(end - 1))) end--;
  return seen.slice(start, end);
}

const wordsOrBlank = (max: number, control: RegExp, what: string) =>
  z
    .string("Must be text.")
    .overwrite(tidy)
    .max(max, `Must have at most ${max} characters.`)
    .refine((text) => !control.test(text), `Must not contain ${what}.`)
    .refine((text) => text.isWellFormed(), "Must be well-formed Unicode.");

const words = (max: number, control: RegExp, what: string) =>
  wordsOrBlank(max, control, what).min(
    1,
    "Must not be empty. Leave it out, or send null, where there is none.",
  );

const inLine = [controlInLine, "line breaks or control characters"] as const;

/** One line of text, 1 to `max` UTF-16 units after `tidy`, without control characters or line breaks. */
export const line = (max: number) => words(max, ...inLine);

/** The same where it cannot be left out. */
export const requiredLine = (max: number) => lineOrBlank(max).min(1, "Must not be empty.");

/** The same, which may be blank: what that means is for the rules to say. */
export const lineOrBlank = (max: number) => wordsOrBlank(max, ...inLine);

/** Text of several lines, 1 to `max` UTF-16 units after `tidy`; line feed and tab are its only control characters. */
export const multiline = (max: number) =>
  z.preprocess(
    (text) => (typeof text === "string" ? text.replaceAll("\r\n", "\n") : text),
    words(max, controlInText, "control characters other than line breaks"),
  );

/** An e-mail address, at most 254 characters, blanks around it left out. */
export const EmailAddress = z
  .string("Must be text.")
  .overwrite(tidy)
  .regex(z.regexes.email, "Must be an e-mail address such as name@example.com.")
  .max(254, "Must have at most 254 characters.");

/** A code of a coverage line, an allowance or a plan: 1 to 50 characters, compared exactly. */
export const Code = line(50);

/** A whole number from `min` to `max`, both inclusive. */
export const whole = (min: number, max: number) =>
  z
    .int(`Must be a whole number from ${min} to ${max}.`)
    .min(min, `Must be at least ${min}.`)
    .max(max, `Must be at most ${max}.`);

/** ISO 4217 currency code in use. */
export const Currency = z
  .string("Must be a currency code.")
  .refine(
    (code) => currencyCodes.has(code),
    "Must be an ISO 4217 currency code in capitals, such as EUR or GBP.",
  );

/** An amount in whole minor units (cents of EUR, yen of JPY): from 0 to 10^13, both inclusive. */
export const MinorUnits = whole(0, 10_000_000_000_000);

/** Money: whole minor units and their currency. */
export const Money = z.strictObject({ amountMinor: MinorUnits, currency: Currency });
export type Money = z.infer<typeof Money>;

export const DistanceUnit = z.enum(["KM", "MI"], "Must be KM or MI.");
export type DistanceUnit = z.infer<typeof DistanceUnit>;

/** Largest distance or odometer, in its own unit (inclusive). */
export const longestDistance = 9_999_999;

/** A distance or an odometer: whole units, 0 to 9,999,999 inclusive, in the unit it was entered in. */
export const Distance = z.strictObject({ value: whole(0, longestDistance), unit: DistanceUnit });
export type Distance = z.infer<typeof Distance>;

/** A distance of at least one unit. */
export const Length = z.strictObject({ value: whole(1, longestDistance), unit: DistanceUnit });

/** Engine hours: whole hours, 0 to 9,999,999 inclusive. */
export const Hours = whole(0, longestDistance);

const percentageMessage =
  'Must be a percentage from 0 to 100: a whole number, or decimal text of at most 4 decimals such as "7.7".';

/** A percentage from 0 to 100 inclusive: a whole number, or decimal text of at most 4 decimals ("19", "7.7"). Kept as entered. */
export const Percentage = z.union(
  [
    z.int(percentageMessage).min(0, percentageMessage).max(100, percentageMessage),
    z
      .string()
      .regex(/^(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?$/, percentageMessage)
      .refine((text) => Number(text) <= 100, percentageMessage),
  ],
  percentageMessage,
);
export type Percentage = z.infer<typeof Percentage>;

/** An idempotency key: 1 to 255 printable characters, its actor's own. The same key with the same input answers the same result. */
export const IdempotencyKey = z
  .string("Must be text.")
  .min(1, "Must have at least 1 character.")
  .max(255, "Must have at most 255 characters.")
  .refine((key) => !controlInLine.test(key) && key.isWellFormed(), "Must not contain control characters.");

/** A record's version: 1 when it is made, one more at each change. */
export const Version = whole(1, 2_147_483_647);
