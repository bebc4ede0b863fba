import { checkDigit, judgeVin } from "@vehicle-contracts/contract-rules";
import type { Chance } from "../chance.ts";
import type { DemoModel } from "./models.ts";
import type { StorePlan } from "./world.ts";

const plateLetters = [..."ABCDEFGHJKLMNOPRSTUVWXYZ"] as [string, ...string[]]; // not empty
const yearLetters = "ABCDEFGHJKLMNPRSTVWXY123456789";

/** VINs and plates of a group, each once. */
export function registrations(chance: Chance) {
  const taken = new Set<string>();
  const once = (make: () => string): string => {
    for (;;) {
      const text = make();
      if (taken.has(text)) continue;
      taken.add(text);
      return text;
    }
  };
  const letters = (count: number) => Array.from({ length: count }, () => chance.pick(plateLetters)).join("");

  return {
    /** Told of what was given by hand, so that it is not given again. */
    take: (text: string) => once(() => text),

    vin: ({ vinBegins, plant }: DemoModel, modelYear: number): string =>
      once(() => {
        const year = yearLetters.charAt((modelYear - 2010 + 30) % 30);
        const vin = `${vinBegins}${year}${plant}${chance.digits(6)}`;
        const strict = judgeVin({ vin, policy: "strict", modelYear });
        return strict.result === "ERROR" ? `${vin.slice(0, 8)}${checkDigit(vin)}${vin.slice(9)}` : vin;
      }),

    number: (begins: string, digits: number): string => once(() => begins + chance.digits(digits)),

    plate: (style: StorePlan["plates"], firstRegistration: string): string =>
      once(() => {
        if (style === "köln") {
          const area = chance.pick(["K", "K", "K", "K", "K", "GL", "BM", "SU", "LEV"]);
          return `${area} ${letters(chance.int(1, 2))} ${chance.int(10, area.length > 2 ? 999 : 9999)}`;
        }
        // Two plates a year: from March by the year, from September by the year and fifty.
        const year = Number(firstRegistration.slice(2, 4));
        const month = Number(firstRegistration.slice(5, 7));
        const age = month < 3 ? year + 49 : month < 9 ? year : year + 50;
        const area =
          style === "west"
            ? chance.pick(["WX", "WV", "WU", "WN", "WP"])
            : chance.pick(["YD", "YC", "YJ", "YK", "YA"]);
        return `${area}${String(age).padStart(2, "0")} ${letters(3)}`;
      }),
  };
}
export type Registrations = ReturnType<typeof registrations>;
