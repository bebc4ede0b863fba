import { takeMarked } from "../fields/marked-option.ts";

export type Shortcut = {
  /** "E", "Shift+X", "mod+Enter" (Ctrl, or Command on a Mac), "ArrowDown", "/", "?". */
  keys: string;
  /** What it does, for the sheet of keys. */
  label: string;
  group: string;
  /** The browser acts on it itself. */
  isListedOnly?: boolean;
  run: (event: KeyboardEvent) => void;
};

/** What is registered now, and whether single letters act. One of them in a window; React reads it as an outside store. */
export function createShortcutRegistry(storage: Pick<Storage, "getItem" | "setItem"> | null) {
  let shortcuts: readonly Shortcut[] = [];
  let letters = storage?.getItem("vc-single-letters") !== "off";
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const shortcut = shortcuts.findLast(({ keys, isListedOnly }) => !isListedOnly && matches(keys, event));
    if (!shortcut || !mayAct(shortcut.keys, event, letters)) return;
    event.preventDefault();
    shortcut.run(event);
  };
  return {
    add(shortcut: Shortcut): () => void {
      shortcuts = [...shortcuts, shortcut];
      tell();
      return () => {
        shortcuts = shortcuts.filter((other) => other !== shortcut);
        tell();
      };
    },
    all: () => shortcuts,
    singleLettersOn: () => letters,
    setSingleLetters(on: boolean): void {
      letters = on;
      storage?.setItem("vc-single-letters", on ? "on" : "off");
      tell();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Ctrl Enter saves from everywhere: asked before the field with the focus, since a list of options would take it as
     * Enter. The option that is marked there is taken first.
     */
    handleFirst(event: KeyboardEvent): void {
      if (!matches("mod+Enter", event) || !(event.target instanceof Element)) return;
      const combobox = event.target.closest('[aria-haspopup="listbox"]');
      if (!combobox || event.isComposing) return;
      event.stopPropagation();
      takeMarked(combobox);
      handle(event);
    },
    /** Runs the shortcut that was registered last for this key press, if any may act here. */
    handle,
  };
}

export type ShortcutRegistry = ReturnType<typeof createShortcutRegistry>;

/** Does a key press mean these keys. */
function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wantsMod = parts.includes("mod");
  const wantsShift = parts.includes("Shift");
  if (wantsMod !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  // "?" and "/" already say which keys were held; only letters and named keys ask for Shift
  const tellsShift = key.length > 1 || /[a-z]/i.test(key);
  if (tellsShift && wantsShift !== event.shiftKey) return false;
  return key.length === 1 ? event.key.toLowerCase() === key.toLowerCase() : event.key === key;
}

const isSingle = (keys: string) => keys.split("+").every((part) => part === "Shift" || part.length === 1);

/** Single characters never act in a field, nor when they are switched off; nothing acts behind an open dialog. */
function mayAct(keys: string, event: KeyboardEvent, letters: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null;
  // the last one is the topmost: a question above a sheet that fills the screen
  const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
  if (dialog && !(target && dialog.contains(target)) && keys !== "?") return false;
  const inField = target?.closest(
    "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]",
  );
  const always = keys.startsWith("mod+") || keys === "Escape";
  if (inField && !always) return false;
  if (isSingle(keys) && !letters) return false;
  // what is open above the page has its own keys, and so have its buttons
  if (!always && target?.closest('[role="menu"], [role="listbox"], [role="dialog"]:not([aria-modal="true"])'))
    return false;
  // arrows belong to tabs and to choices while the focus is there
  return !(keys.startsWith("Arrow") && target?.closest('[role="tablist"], [role="radiogroup"]'));
}
