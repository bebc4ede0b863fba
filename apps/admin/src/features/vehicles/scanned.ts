import { soughtText } from "../../ui/filters/sought-text.ts";

/** What was typed or scanned, as it is sought. Some scanners put an I before a VIN; no VIN has one in it. */
export const scanned = (text: string): string =>
  soughtText(text.trim().replace(/^I([A-HJ-NPR-Z0-9]{17})$/i, "$1"));
