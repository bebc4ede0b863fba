import { ContractStatus } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { effectiveStatus } from "../effective-status.ts";
import { decideMove, moveActions } from "../moves.ts";
import { type Answer, answer, CaseDate, CaseDistance, CaseDistanceTerm, CaseHoursTerm } from "./case.ts";
import { valueOrRefused } from "./terms-answers.ts";

const Situation = z.object({
  status: ContractStatus,
  startDate: CaseDate.nullish(),
  endDate: CaseDate.nullish(),
  distance: CaseDistanceTerm.nullish(),
  engineHours: CaseHoursTerm.nullish(),
  awaitingProvider: z.boolean().nullish(),
  latestOdometer: CaseDistance.nullish(),
  latestHours: z.int().min(0).nullish(),
  today: CaseDate,
});

const MoveSituation = Situation.extend({
  action: z.enum(moveActions),
  holder: z.string().nullish(),
  provider: z.string().nullish(),
  type: z.string().nullish(),
  termMonths: z.int().min(1).nullish(),
  openEnded: z.boolean().nullish(),
  reason: z.string().nullish(),
  quoteAccepted: z.boolean().nullish(),
  netUsage: z.boolean().nullish(),
  readingCorrected: z.boolean().nullish(),
  hasSuccessor: z.boolean().nullish(),
  by: z.union([z.strictObject({ months: z.int() }), z.strictObject({ endDate: CaseDate })]).nullish(),
});

/** The questions of an `effective-status.json`. */
export const statusAnswers: Readonly<Record<string, Answer>> = {
  effectiveStatus: answer(Situation, (situation) => ({
    effectiveStatus: effectiveStatus(situation, situation),
  })),
  move: answer(MoveSituation, ({ action, holder, provider, ...situation }) =>
    valueOrRefused(decideMove(action, { ...situation, holderId: holder, providerId: provider }, situation)),
  ),
};
