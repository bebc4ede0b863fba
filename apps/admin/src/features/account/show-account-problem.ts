import type { Problem } from "@vehicle-contracts/contract-model";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { showProblem } from "../../trpc/show-problem.ts";
import { toast } from "../../ui/floating/toast.tsx";

/** As for any form; too many wrong passwords are said in the server's words, which name how long to wait. */
export function showAccountProblem<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  problem: Problem,
  about: string,
): void {
  if (problem.code === "LIMIT_EXCEEDED") toast.failed("Too many tries", problem.message, { about });
  else showProblem(form, problem, about);
}
