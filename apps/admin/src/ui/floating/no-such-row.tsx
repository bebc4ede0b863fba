"use client";

import { isId } from "@vehicle-contracts/contract-model";
import { NoMatch } from "../states/empties.tsx";
import { Beside } from "./sheet.tsx";

/** Whether the address's id can be anybody's at all: else nobody needs to be asked. */
export const canBeId = (text: string): boolean => isId(text);

/** The address names a row by what is no id. `noun` is "store". */
export function NoSuchRow({ noun, onClose }: { noun: string; onClose: () => void }) {
  const title = noun.charAt(0).toUpperCase() + noun.slice(1);
  return (
    <Beside label={title} title={title} onClose={onClose}>
      <NoMatch title={`This ${noun} is not there`} text="The link may be old, or not whole." />
    </Beside>
  );
}
