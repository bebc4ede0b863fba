import type { Problem } from "@vehicle-contracts/contract-model";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Puts a problem's faults on the fields of a form and focuses the first. A path that the form has not goes to the nearest
 * part above it that it has; `rename` leads a path of the wire to one of the form (null: nowhere). Answers whether every
 * fault found a field; what did not is for a message.
 */
export function putOnFields<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  problem: Problem,
  rename: (path: string) => string | null = (path) => path,
): boolean {
  const placed = problem.fields.map(({ path, code, message }) => ({
    path: nearest(form, rename(path)),
    code,
    message,
  }));
  const found = placed.filter(
    (fault): fault is typeof fault & { path: FieldPath<Values> } => fault.path !== null,
  );
  found.forEach(({ path, code, message }, place) => {
    form.setError(path, { type: code, message }, { shouldFocus: place === 0 });
  });
  return found.length > 0 && found.length === placed.length;
}

function nearest<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  path: string | null,
): FieldPath<Values> | null {
  if (!path) return null;
  // whether a path is one of the form is what is asked here
  const known = path as FieldPath<Values>;
  if (form.getValues(known) !== undefined) return known;
  return nearest(form, path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : null);
}
