import type { VinKind, VinPolicy } from "@vehicle-contracts/contract-model";

/** What is known when a VIN is judged. `vinKind: legacy`: said to be a chassis number from before VINs. */
export type VinQuestion = {
  vin: string;
  policy: VinPolicy;
  vinKind?: VinKind | null | undefined;
  modelYear?: number | null | undefined;
};

export type VinCode =
  | "VIN_MISSING"
  | "LEGACY"
  | "LEGACY_CHARACTERS"
  | "VIN_LENGTH"
  | "VIN_CHARACTERS"
  | "CHECK_DIGIT";

export type VinVerdict = {
  /** Normalised. */
  vin: string;
  /** What it is taken as; null where it is refused. */
  vinKind: VinKind | null;
  result: "OK" | "WARNING" | "ERROR";
  /** Null where all is well. */
  code: VinCode | null;
  /** For the field `vin`; null where all is well. */
  message: string | null;
  /** What belongs in position 9, right or wrong; null where it was not computed. */
  expectedCheckDigit: string | null;
};

/** The first model year in which VINs had 17 characters and a check digit. */
const firstYear = 1981;

/** Without white space, a–z in upper case; nothing else changes. docs/rules.md, "VIN". */
export const normaliseVin = (vin: string): string =>
  vin.replace(/\s/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase());

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** Values 0 to 9 of the digits and of the letters; I, O and Q have none. */
const values: ReadonlyMap<string, number> = new Map([
  ...[..."0123456789"].map((digit): [string, number] => [digit, Number(digit)]),
  ...["AJ", "BKS", "CLT", "DMU", "ENV", "FW", "GPX", "HY", "RZ"].flatMap((letters, index) =>
    [...letters].map((letter): [string, number] => [letter, index + 1]),
  ),
]);

/** The check digit that belongs in position 9 of 17 characters A–Z (without I, O, Q) and 0–9. docs/rules.md, "VIN". */
export function checkDigit(vin: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * (values.get(vin.charAt(index)) ?? 0),
    0,
  );
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/** China, North America, and 7 but for New Zealand (7A–7E); not where ZZZ in positions 4 to 6 says built for Europe. */
const regionRequiresCheckDigit = (vin: string) =>
  /^(?:[L1-5]|7[^A-E])/.test(vin) && vin.slice(3, 6) !== "ZZZ";

/**
 * What a VIN is taken as, normalised, and what is wrong with it. An ERROR is refused, a WARNING is taken.
 * docs/rules.md, "VIN".
 */
export function judgeVin({ vin: typed, policy, vinKind, modelYear }: VinQuestion): VinVerdict {
  const vin = normaliseVin(typed);
  const length = [...vin].length;
  const early = modelYear !== null && modelYear !== undefined && modelYear < firstYear;
  const error = (code: VinCode, message: string, expectedCheckDigit: string | null = null): VinVerdict => ({
    vin,
    vinKind: null,
    result: "ERROR",
    code,
    message,
    expectedCheckDigit,
  });

  if (vin === "")
    return error("VIN_MISSING", "Enter the VIN, or the chassis number of a vehicle from before 1981.");
  if (vinKind === "legacy" || (early && length < 17)) {
    if (!/^[A-Z0-9./-]{1,30}$/.test(vin))
      return error(
        "LEGACY_CHARACTERS",
        "A chassis number from before VINs has 1 to 30 letters A to Z, digits, dots, slashes or hyphens.",
      );
    return {
      vin,
      vinKind: "legacy",
      result: "WARNING",
      code: "LEGACY",
      message:
        "Taken as a chassis number from before VINs, which nothing can check. Compare it with the vehicle.",
      expectedCheckDigit: null,
    };
  }
  if (length !== 17)
    return error(
      "VIN_LENGTH",
      `A VIN has 17 characters; this one has ${length}. Enter it in full, or say that it is a chassis number from before VINs.`,
    );
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin))
    return error(
      "VIN_CHARACTERS",
      "A VIN has only digits and letters A to Z without I, O and Q, which look like 1 and 0.",
    );

  const expectedCheckDigit = checkDigit(vin);
  const found = vin.charAt(8);
  if (found === expectedCheckDigit)
    return { vin, vinKind: "vin", result: "OK", code: null, message: null, expectedCheckDigit };
  const required = regionRequiresCheckDigit(vin);
  if (required && policy === "strict" && !early)
    return error(
      "CHECK_DIGIT",
      `The check digit, character 9, is ${found}; ${expectedCheckDigit} belongs there. Compare each character with the vehicle.`,
      expectedCheckDigit,
    );
  return {
    vin,
    vinKind: "vin",
    result: "WARNING",
    code: "CHECK_DIGIT",
    message: required
      ? `The check digit, character 9, is ${found}; ${expectedCheckDigit} belongs there. Compare each character with the vehicle.`
      : `The check digit, character 9, is ${found} and not ${expectedCheckDigit}, which is normal for a vehicle made for a region without check digits.`,
    expectedCheckDigit,
  };
}
