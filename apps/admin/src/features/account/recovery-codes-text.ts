/** The codes as they are copied and saved: with what they are for, a code a line. */
export const recoveryCodesText = (codes: readonly string[], email: string): string =>
  [
    `Vehicle Contracts: recovery codes of ${email}`,
    "Each is good once, in place of the app's code.",
    "",
    ...codes,
    "",
  ].join("\n");
