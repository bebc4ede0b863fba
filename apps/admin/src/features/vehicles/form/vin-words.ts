import { judgeVin, normaliseVin, type VinQuestion, type VinVerdict } from "@vehicle-contracts/contract-rules";

/** What is said below the field while one types. */
export type VinWords = { tone: "quiet" | "green" | "amber" | "red"; text: string };

const fullLength = 17;

/** What is neither a digit nor a letter from A to Z, each once. (I, O and Q are said with what they look like.) */
const foreignIn = (vin: string): string[] => [...new Set(vin.match(/[^A-Z0-9]/gu))].slice(0, 4);

/** A verdict in words: nothing is wrong yet with a number that is still being typed. */
export function vinWords(question: VinQuestion, verdict: VinVerdict): VinWords {
  const count = [...verdict.vin].length;
  if (verdict.code === "VIN_MISSING")
    return { tone: "quiet", text: "17 characters, typed or scanned. Blanks do not matter." };
  const foreign = foreignIn(verdict.vin);
  if (verdict.code === "VIN_LENGTH" && foreign.length > 0)
    return {
      tone: "red",
      text: `${foreign.join(" ")} is in no VIN, which has only digits and letters A to Z. Look at the vehicle again.`,
    };
  if (verdict.code === "VIN_LENGTH" && count < fullLength)
    return { tone: "quiet", text: `${count} of ${fullLength} characters` };
  if (verdict.message === null) return { tone: "green", text: "The check digit is right." };
  if (verdict.result === "ERROR") return { tone: "red", text: verdict.message };
  if (verdict.code !== "CHECK_DIGIT") return { tone: "amber", text: verdict.message };
  // where no store would refuse it, it is as it should be
  const isNormal = judgeVin({ ...question, policy: "strict" }).result !== "ERROR";
  return { tone: isNormal ? "quiet" : "amber", text: verdict.message };
}

/** I, O and Q are in no VIN: with the figures they look like in their place, where that makes one that can be taken; else null. */
export function vinSuggestion(question: VinQuestion): string | null {
  const typed = normaliseVin(question.vin);
  if (!/[IOQ]/.test(typed) || [...typed].length !== fullLength || question.vinKind === "legacy") return null;
  const vin = typed.replaceAll("I", "1").replaceAll(/[OQ]/g, "0");
  return judgeVin({ ...question, vin }).result === "ERROR" ? null : vin;
}

/** The characters of a VIN as they are read: maker, description with the check digit at its end, serial part. */
export const vinGroups = (vin: string): readonly string[] => [vin.slice(0, 3), vin.slice(3, 9), vin.slice(9)];
