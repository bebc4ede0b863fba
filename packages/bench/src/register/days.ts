import { addDays } from "@vehicle-contracts/contract-rules/temporal";

const dayMs = 86_400_000;

/** Days around a day, as text and as milliseconds: `at(0)` is the day itself. Made once, since calendars are slow. */
export function daysAround(day: string, before: number, after: number) {
  const texts = Array.from({ length: before + after + 1 }, (_, index) => addDays(day, index - before));
  const zero = Date.parse(`${day}T00:00:00.000Z`);
  return {
    at: (offset: number): string => texts[before + Math.max(-before, Math.min(after, offset))] ?? day,
    /** Milliseconds since 1970 of a moment of office hours of that day. */
    momentOf: (offset: number, ofDay: number) => zero + offset * dayMs + 8 * 3_600_000 + (ofDay % 32_400_000),
    instantOf(milliseconds: number): string {
      const offset = Math.floor((milliseconds - zero) / dayMs);
      const rest = milliseconds - zero - offset * dayMs;
      const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
      const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`;
      return `${this.at(offset)}T${time}.${String(rest % 1000).padStart(3, "0")}Z`;
    },
  };
}
export type Days = ReturnType<typeof daysAround>;
