/**
 * Takes the option that is marked in the open list of a combobox, as Enter would. What is chosen already is left alone: it
 * is marked too when a list opens.
 */
export function takeMarked(combobox: Element): void {
  const list = document.getElementById(combobox.getAttribute("aria-controls") ?? "");
  list
    ?.querySelector<HTMLElement>(
      "[data-combobox-selected]:not([data-combobox-active], [data-combobox-disabled])",
    )
    ?.click();
}
