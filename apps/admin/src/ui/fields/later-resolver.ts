import type { FieldValues, Resolver } from "react-hook-form";
import { toast } from "../floating/toast.tsx";
import { loadable } from "../later/loadable.ts";
import { whenIdle } from "../later/when-idle.ts";

/**
 * A form's check that is no part of the page's first load: fetched once the browser is idle, or when it is first asked.
 * Where it cannot be loaded nothing is sent, and that is said.
 */
export function laterResolver<Fields extends FieldValues, Read>(
  load: () => Promise<Resolver<Fields, unknown, Read>>,
): Resolver<Fields, unknown, Read> {
  const check = loadable(load);
  const ask = () => check.ask().catch(() => null);
  whenIdle(() => void ask());
  return async (values, context, options) => {
    const resolver = await ask();
    if (resolver) return resolver(values, context, options);
    toast.failed("Not sent", "Nothing you typed is lost. Look at the connection and try again.", {
      about: "later-resolver",
    });
    return { values: {}, errors: { root: { type: "unchecked" } } } as never;
  };
}
