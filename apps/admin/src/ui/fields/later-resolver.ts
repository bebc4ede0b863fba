import type { FieldValues, Resolver } from "react-hook-form";
import { laterCheck } from "./later-check.ts";

/** A form's resolver as a `laterCheck`. */
export function laterResolver<Fields extends FieldValues, Read>(
  load: () => Promise<Resolver<Fields, unknown, Read>>,
): Resolver<Fields, unknown, Read> {
  const check = laterCheck(load);
  return async (values, context, options) => {
    const resolver = await check.demand();
    if (resolver) return resolver(values, context, options);
    return { values: {}, errors: { root: { type: "unchecked" } } } as never;
  };
}
