/** The colours by what they are for, light then dark. Contrast holds in both: see the screens' table of tokens. */
const pairs = {
  canvas: ["#FFFFFF", "#121317"],
  sunken: ["#F7F8FA", "#0C0D10"],
  surface: ["#FFFFFF", "#17191E"],
  raised: ["#FFFFFF", "#1D1F25"],
  hover: ["#F5F6F8", "#1D1F25"],
  selected: ["#F1F3FF", "#1E2140"],
  text: ["#16181D", "#ECEDF1"],
  "text-2": ["#4B505C", "#B4B8C3"],
  "text-3": ["#666C7A", "#9095A2"],
  border: ["#E6E8ED", "#26282F"],
  "border-2": ["#D8DBE2", "#34373F"],
  control: ["#8E94A2", "#666B77"],
  accent: ["#4B5ADB", "#6676EA"],
  "accent-text": ["#3D49C2", "#A5B2FB"],
  focus: ["#4B5ADB", "#8494F4"],
  "field-bg": ["#FFFFFF", "#1D1F25"],
  "field-sunken": ["#F7F8FA", "#0C0D10"],
  skeleton: ["#E4E6EB", "#2A2D35"],
  avatar: ["#EDEFFE", "#23274A"],
  "green-text": ["#15743F", "#6FD19A"],
  "green-tint": ["#E7F6EC", "#12291D"],
  "green-edge": ["#BFE5CD", "#1F4631"],
  "green-solid": ["#2B9B5A", "#34A866"],
  "amber-text": ["#8A5100", "#EBB95B"],
  "amber-tint": ["#FDF3DC", "#2C2210"],
  "amber-edge": ["#F0D9A6", "#4D3B17"],
  "amber-solid": ["#C47E07", "#D4951F"],
  "red-text": ["#B3261E", "#F6958D"],
  "red-tint": ["#FDECEA", "#331917"],
  "red-edge": ["#F5C6C2", "#5A2925"],
  "red-solid": ["#D5443B", "#DF5A50"],
  "teal-text": ["#0B6478", "#73CBDC"],
  "teal-tint": ["#E4F4F7", "#0F272D"],
  "teal-edge": ["#B6DEE6", "#1B444E"],
  "teal-solid": ["#2391A8", "#2E9FB6"],
  "violet-text": ["#5B3F9E", "#BCA6F0"],
  "violet-tint": ["#F2EEFB", "#231C36"],
  "violet-edge": ["#D9CCF3", "#3F325F"],
  "violet-solid": ["#8A6BD1", "#8F72D6"],
  "grey-text": ["#515764", "#A6ABB7"],
  "grey-tint": ["#F0F1F4", "#22242A"],
  "grey-edge": ["#DCDFE6", "#363942"],
  "grey-solid": ["#8B919F", "#6D7380"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** The colours that mean a state. */
export type Tone = "green" | "amber" | "red" | "teal" | "violet" | "grey";

const variables = (side: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [`--vc-${name}`, pair[side]]));

/** Every token as `--vc-…`, for one colour scheme. */
export const tokens = { light: variables(0), dark: variables(1) };
