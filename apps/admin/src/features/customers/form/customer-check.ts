import { changeLines } from "./change-lines.ts";
import { checkForm, partyIn } from "./check-form.ts";

/** All of a customer's form that needs the schemas, loaded as one. */
export const customerCheck = { changeLines, checkForm, partyIn };
