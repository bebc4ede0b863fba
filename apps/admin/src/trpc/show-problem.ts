import type { Problem } from "@vehicle-contracts/contract-model";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { toast } from "../ui/floating/toast.tsx";
import { explain, presentationOf } from "./errors.ts";
import { putOnFields } from "./form-problem.ts";

/** Says why something was not done, at the edge of the window. `about` names it: once it is done, `toast.done` takes this away. */
export function showFailure(problem: Problem, about: string): void {
  const { title, text, requestId } = explain(problem);
  toast.failed(title, text, { about, ...(requestId && { requestId }) });
}

/**
 * Says why a form was not saved: on its fields where every fault finds one, else at the edge of the window. `rename` leads
 * a path of the wire to one of the form.
 */
export function showProblem<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  problem: Problem,
  about: string,
  rename?: (path: string) => string | null,
): void {
  if (presentationOf(problem) === "fields" && putOnFields(form, problem, rename)) return;
  showFailure(problem, about);
}
