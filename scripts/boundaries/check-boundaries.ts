import { adminHouse } from "./admin-house.ts";
import { clocks } from "./clocks.ts";
import { declaredImports } from "./declared-imports.ts";
import { fileNames } from "./file-names.ts";
import { importDirections } from "./import-directions.ts";
import { manifests } from "./manifests.ts";
import type { Violation } from "./violation.ts";
import { readWorkspace } from "./workspace.ts";

/** Everything that stands where it may not, by file. */
export async function checkBoundaries(root: string): Promise<Violation[]> {
  const workspace = await readWorkspace(root);
  const found = [
    ...importDirections(workspace),
    ...declaredImports(workspace),
    ...clocks(workspace),
    ...adminHouse(workspace),
    ...fileNames(workspace),
    ...(await manifests(workspace)),
  ];
  return found.sort((one, other) => one.file.localeCompare(other.file));
}
