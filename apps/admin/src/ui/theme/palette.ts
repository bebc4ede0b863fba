import type { MantineColorsTuple } from "@mantine/core";

/** The one accent; 6 fills buttons. */
const iris: MantineColorsTuple = [
  "#F1F3FF",
  "#E0E4FF",
  "#C3CAFB",
  "#A5B2FB",
  "#8494F4",
  "#6676EA",
  "#4B5ADB",
  "#3D49C2",
  "#333DA3",
  "#2A3285",
];
const gray: MantineColorsTuple = [
  "#F7F8FA",
  "#F0F1F4",
  "#E6E8ED",
  "#D8DBE2",
  "#C3C7D0",
  "#8E94A2",
  "#666C7A",
  "#4B505C",
  "#2C2F37",
  "#16181D",
];
const dark: MantineColorsTuple = [
  "#ECEDF1",
  "#B4B8C3",
  "#9095A2",
  "#666B77",
  "#34373F",
  "#26282F",
  "#1D1F25",
  "#17191E",
  "#121317",
  "#0C0D10",
];
/** What cannot be undone; 6 fills buttons. */
const red: MantineColorsTuple = [
  "#FDECEA",
  "#F9D8D5",
  "#F5C6C2",
  "#F6958D",
  "#DF5A50",
  "#D5443B",
  "#B3261E",
  "#991F18",
  "#7E1913",
  "#65140F",
];

export const palette = { iris, gray, dark, red };
