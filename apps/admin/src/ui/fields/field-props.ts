import type { ReactNode } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";

/** What every bound field takes. */
export type FieldProps<Values extends FieldValues> = {
  // any: the third parameter is the type after the schema, which a field does not look at
  // biome-ignore lint/suspicious/noExplicitAny: see above
  control: Control<Values, any, any>;
  name: FieldPath<Values>;
  label: ReactNode;
  /** Below the field. */
  help?: ReactNode;
  required?: boolean;
  /** Why it cannot be changed; the field is then read-only and says so instead of the help. */
  readOnlyReason?: string | undefined;
  placeholder?: string;
};

/** Mantine's props out of ours; `error` is the message under the field. */
export const wrapperProps = (
  { label, help, required, readOnlyReason, placeholder }: Omit<FieldProps<FieldValues>, "control" | "name">,
  error: string | undefined,
) => ({
  label,
  description: error ? undefined : (readOnlyReason ?? help),
  error,
  ...(required && { required, withAsterisk: false }),
  ...(placeholder !== undefined && { placeholder }),
  // an input with a list is always read-only to the browser: the mark tells the one that is fixed
  ...(readOnlyReason !== undefined && { readOnly: true, "data-fixed": true }),
});
