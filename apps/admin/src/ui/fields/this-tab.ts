import { copyDrafts } from "./tab-drafts.ts";

const place = "vc-tab";
const lockOf = (tab: string) => `${place}:${tab}`;

/** Long enough for the page before a reload to have let go of its lock, on a busy machine too. */
const patience = 5_000;

let known: string | undefined;

/** Nobody but this device's own tabs must not have it. Needs no https. */
const newName = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

function take(tab: string): string {
  window.sessionStorage.setItem(place, tab);
  known = tab;
  hold(tab);
  return tab;
}

/** Names this tab; the same over reloads. A duplicated tab begins with the name of the other and soon takes its own. */
export const thisTab = (): string => known ?? take(window.sessionStorage.getItem(place) ?? newName());

/**
 * The lock lasts as long as the page: by it other tabs see that this one is open. Where another page has it for long, this
 * one is its copy. Without locks (over plain http) all other tabs seem closed.
 */
function hold(tab: string): void {
  if (!navigator.locks) return;
  let isMine = false;
  const giveUp = new AbortController();
  const forAsLongAsThePage = () => {
    isMine = true;
    return new Promise<never>(() => {});
  };
  navigator.locks.request(lockOf(tab), { signal: giveUp.signal }, forAsLongAsThePage).catch(() => {
    // given up for a name of its own
  });
  setTimeout(async () => {
    const held = await heldTabs();
    if (isMine || !held.includes(tab)) return;
    giveUp.abort();
    copyDrafts(window.localStorage, tab, take(newName()));
  }, patience);
}

async function heldTabs(): Promise<string[]> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.flatMap(({ name }) => (name?.startsWith(lockOf("")) ? [name.slice(lockOf("").length)] : []));
}

/** The tabs that are open now, this one among them. */
export const openTabs = async (): Promise<ReadonlySet<string>> => new Set([thisTab(), ...(await heldTabs())]);
