import type { Contract } from "@vehicle-contracts/contract-model";
import { Card, CardRow } from "../../../ui/card.tsx";
import classes from "./detail.module.css";

/** What the contract is called, and what somebody wrote down about it. */
export function NotesCard({ description, notes }: Pick<Contract, "description" | "notes">) {
  if (!description && !notes) return null;
  return (
    <Card title={description && notes ? "Description and notes" : notes ? "Notes" : "Description"} flush>
      {description && (
        <CardRow>
          <p className={classes.text}>{description}</p>
        </CardRow>
      )}
      {notes && (
        <CardRow>
          <p className={classes.text}>{notes}</p>
        </CardRow>
      )}
    </Card>
  );
}
