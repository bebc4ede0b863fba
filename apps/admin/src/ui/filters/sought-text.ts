/** What is looked for, as a question takes it: 200 UTF-16 units at most, no letter cut in two at the end, no NUL. */
export const soughtText = (text: string): string =>
  text
    .replaceAll("\u0000", "")
    .trim()
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, "");
