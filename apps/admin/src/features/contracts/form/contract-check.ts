import { changeLines } from "./change-lines.ts";
import { checkForm } from "./check-form.ts";
import { changedRecord, contractIn } from "./form-record.ts";

/** All of a contract's form that needs the schemas, loaded as one. */
export const contractCheck = { changeLines, changedRecord, checkForm, contractIn };
