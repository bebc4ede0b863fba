import type { z } from "zod";
import { SettingsError } from "./settings-error.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment by a schema whose messages go on after the variable's name. A blank variable counts as not set.
 *
 * @throws SettingsError naming every fault at once
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.infer<Schema> {
  const given = Object.entries(environment)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value);
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  throw new SettingsError(
    read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"),
  );
}
