import type { z } from "zod";

/** A check of a list: a line whose key another one before it has is at fault, at its `part`. */
export const distinct =
  <Line>(key: (line: Line) => string, part: string, message: string) =>
  (context: z.core.ParsePayload<Line[]>) => {
    const seen = new Set<string>();
    context.value.forEach((line, index) => {
      if (seen.has(key(line)))
        context.issues.push({ code: "custom", input: context.value, path: [index, part], message });
      seen.add(key(line));
    });
  };
