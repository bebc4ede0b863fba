import type { Look } from "./typesetter.ts";

/** A4 in points. */
export const pageSheet = { size: "A4", width: 595.28, height: 841.89 } as const;
export const margin = 56;
export const contentWidth = pageSheet.width - 2 * margin;

// The light theme of the screens.
export const colours = { text: "#16181D", quiet: "#4B505C", border: "#D8DBE2", sunken: "#F7F8FA" };

const look = (size: number, weight: Look["weight"], colour: string, leading: number): Look => ({
  size,
  weight,
  colour,
  leading,
});

export const looks = {
  title: look(20, 600, colours.text, 27),
  heading: look(12.5, 600, colours.text, 18),
  plain: look(10, 400, colours.text, 15),
  strong: look(10, 600, colours.text, 15),
  small: look(8.5, 400, colours.quiet, 12.5),
  smallHead: look(8.5, 600, colours.quiet, 12.5),
} as const;
