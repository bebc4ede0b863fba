import { z } from "zod";
import { countryCodes } from "./country-codes.ts";

/** A country by its code of ISO 3166-1 alpha-2. */
export const Country = z
  .string("Must be a country code.")
  .refine((code) => countryCodes.has(code), "Must be an ISO 3166 country code of two capitals, such as GB.");
