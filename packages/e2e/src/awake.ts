import type { Page } from "@playwright/test";

const longest = 10_000;

/**
 * The page, which from now on answers a `goto` or `reload` only when it is awake: when React knows every control that the
 * server has sent, and its keys are heard. A key pressed before that is lost, and what is filled in may be. Whoever asks
 * for an earlier moment (`waitUntil`) gets that.
 */
export function awake(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    if (!options?.waitUntil) await untilAwake(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    if (!options?.waitUntil) await untilAwake(page);
    return answer;
  };
  return page;
}

/** Does not judge: where a page stays asleep, what the test expects of it says so. */
async function untilAwake(page: Page): Promise<void> {
  const until = performance.now() + longest;
  for (;;) {
    const left = until - performance.now();
    const seen = await page.evaluate(`(${becomesAwake})(${left})`).then(
      () => "told",
      // The page leads on to another one, which is to be awake then.
      () => "gone",
    );
    if (seen === "told" || left < 0 || page.isClosed()) return;
    await page.waitForLoadState().catch(() => {});
  }
}

/** In the page: React leaves its mark on each element it has taken over; effects, keys among them, follow the next frame. */
const becomesAwake = `async (longest) => {
  const until = performance.now() + longest;
  const turn = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  const isKnown = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  // A hidden copy that measures how high a text area has to be is nobody's.
  const controls = "button, input, select, textarea:not([aria-hidden])";
  while (![...document.querySelectorAll(controls)].every(isKnown))
    if (performance.now() > until) return;
    else await turn();
  await turn();
}`;
