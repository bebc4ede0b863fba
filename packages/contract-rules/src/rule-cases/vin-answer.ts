import { VinKind, VinPolicy } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { judgeVin } from "../vin.ts";
import { answer } from "./case.ts";

/** The one question of a `vin.json`; its cases name no op. */
export const vinAnswer = answer(
  z.object({
    vin: z.string(),
    policy: VinPolicy,
    vinKind: VinKind.nullish(),
    modelYear: z.int().nullish(),
  }),
  (question) => ({ ...judgeVin(question) }),
);
