const prefix = "vc-draft:";

/** What is kept of a form, and since when (RFC 3339). */
export type Kept = { savedAt: string; values: unknown };

/** Drafts on this device are a person's own; after a sign-out on a shared one nothing stays. */
export function forgetDrafts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

/** Where a tab keeps its draft of a record: two tabs on one record do not write over each other. */
export const draftKey = (record: string, tab: string): string => `${prefix}${record}#${tab}`;

/** The drafts of one tab, for another that began as its copy: neither loses what is typed so far. */
export function copyDrafts(storage: Storage, from: string, to: string): void {
  for (const key of Object.keys(storage)) {
    const record =
      key.startsWith(prefix) && key.endsWith(`#${from}`) && key.slice(prefix.length, -from.length - 1);
    const text = storage.getItem(key);
    if (record !== false && text !== null) storage.setItem(draftKey(record, to), text);
  }
}

export function readDraft(text: string | null | undefined): Kept | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    const isDraft = typeof kept === "object" && kept !== null && "values" in kept && "savedAt" in kept;
    return isDraft && typeof kept.savedAt === "string"
      ? { savedAt: kept.savedAt, values: kept.values }
      : null;
  } catch {
    return null;
  }
}

/** The newest draft of the record that no open tab has: what a closed tab left, in the entries of the device's storage. */
export function leftDraft(
  entries: readonly (readonly [string, string])[],
  record: string,
  openTabs: ReadonlySet<string>,
): { key: string; kept: Kept } | null {
  const left = entries.flatMap(([key, text]) => {
    const isLeft = key.startsWith(draftKey(record, "")) && !openTabs.has(key.slice(key.lastIndexOf("#") + 1));
    const kept = isLeft ? readDraft(text) : null;
    return kept ? [{ key, kept }] : [];
  });
  return left.toSorted((a, b) => (a.kept.savedAt < b.kept.savedAt ? 1 : -1))[0] ?? null;
}
