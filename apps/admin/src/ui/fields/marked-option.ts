/**
 * Takes the option that is marked in the open list of a combobox, as Enter would. What is chosen already is left alone: it
 * is marked too when a list opens.
 */
export function takeMarked(combobox: Element): void {
  listOf(combobox)
    ?.querySelector<HTMLElement>(
      "[data-combobox-selected]:not([data-combobox-active], [data-combobox-disabled])",
    )
    ?.click();
}

/**
 * Takes what was typed: the option that is marked, else the first; says whether there was one. The first is marked while
 * one types, but the library may have counted on options that are no longer in the list, and then takes none.
 */
export function takeTyped(combobox: Element): boolean {
  const list = listOf(combobox);
  const option =
    list?.querySelector<HTMLElement>("[data-combobox-selected]:not([data-combobox-disabled])") ??
    list?.querySelector<HTMLElement>("[data-combobox-option]:not([data-combobox-disabled])");
  option?.click();
  return option !== undefined && option !== null;
}

const listOf = (combobox: Element) => document.getElementById(combobox.getAttribute("aria-controls") ?? "");
