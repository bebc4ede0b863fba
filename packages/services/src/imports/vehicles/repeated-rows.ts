import { hash } from "node:crypto";
import type { ImportOutcome } from "./outcome.ts";
import type { VehicleRowOfFile } from "./row.ts";

type Repeat = { line: number; first: number; isSame: boolean };

/** VINs that stand in the file more than once. The first row of a VIN is done; the others are told of at the end. */
export class RepeatedRows {
  readonly #firsts = new Map<string, { line: number; says: string }>();
  readonly #repeats: Repeat[] = [];

  isRepeated({ line, vin, given, odometer }: VehicleRowOfFile): boolean {
    if (vin === "") return false;
    const says = hash("sha256", JSON.stringify([given, odometer]), "base64");
    const first = this.#firsts.get(vin);
    if (first) this.#repeats.push({ line, first: first.line, isSame: first.says === says });
    else this.#firsts.set(vin, { line, says });
    return first !== undefined;
  }

  /**
   * Said the same, a row changes nothing, or is refused as the first was; said otherwise, nobody knows which is right,
   * and taking both would change the vehicle anew at each import of the same file.
   */
  tell(outcome: ImportOutcome): void {
    for (const { line, first, isSame } of this.#repeats) {
      const refusal = outcome.refusalOf(first);
      const field = { path: "vin", code: "REPEATED" };
      if (isSame && refusal) outcome.refused(line, [{ ...refusal, path: refusal.field }]);
      else if (isSame)
        outcome.unchanged(line, { ...field, message: `Line ${first} says the same of this vehicle.` });
      else
        outcome.refused(line, [
          {
            ...field,
            message: `Line ${first} says something else of this vehicle. Keep the line that is right.`,
          },
        ]);
    }
  }
}
