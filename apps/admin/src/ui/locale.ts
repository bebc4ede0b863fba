/** The locale when the reader's own is not known. */
export const defaultLocale = "en-GB";

/**
 * The first language of an Accept-Language header (or of `navigator.languages` joined by commas) that this machine can
 * format in; plain "en" is British here. Figures are always Latin digits.
 */
export function readersLocale(languages: string | null | undefined): string {
  for (const part of (languages ?? "").split(",")) {
    const tag = part.split(";")[0]?.trim() ?? "";
    if (tag === "" || tag === "*") continue;
    if (tag.toLowerCase() === "en") return defaultLocale;
    const [known] = supported(tag);
    if (known) return known;
  }
  return defaultLocale;
}

function supported(tag: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag);
  } catch {
    // not a language tag at all
    return [];
  }
}
