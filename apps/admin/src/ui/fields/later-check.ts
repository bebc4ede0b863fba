import { toast } from "../floating/toast.tsx";
import { type Loadable, loadable } from "../later/loadable.ts";
import { whenIdle } from "../later/when-idle.ts";

const about = "later-check";

export type LaterCheck<Check> = Loadable<Check> & {
  /** The check, for what is sent only after it; null where it cannot be loaded: then nothing is sent, and that is said. */
  demand: () => Promise<Check | null>;
};

/** What a form is checked by, which is no part of the page's first load: fetched once the browser is idle, or when it is first asked. */
export function laterCheck<Check>(load: () => Promise<Check>): LaterCheck<Check> {
  const part = loadable(load);
  whenIdle(() => void part.ask().catch(() => undefined));
  const demand = async () => {
    const check = await part.ask().catch(() => null);
    if (check !== null) toast.settle(about);
    else
      toast.failed("Not sent", "Nothing you typed is lost. Look at the connection and try again.", { about });
    return check;
  };
  return { ...part, demand };
}
