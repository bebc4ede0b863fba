import { RefundRules } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { quoteRefund } from "../refund.ts";
import {
  type Answer,
  answer,
  CaseDate,
  CaseDistance,
  CaseDistanceTerm,
  CaseHoursTerm,
  CaseMoney,
} from "./case.ts";
import { valueOrRefused } from "./terms-answers.ts";

/** The question of a `refunds.json`. */
export const refundAnswer: Answer = answer(
  z.object({
    price: CaseMoney,
    paid: CaseMoney.nullish(),
    saleDate: CaseDate.nullish(),
    startDate: CaseDate,
    endDate: CaseDate.nullish(),
    distance: CaseDistanceTerm,
    engineHours: CaseHoursTerm.nullish(),
    cancelDate: CaseDate,
    odometer: CaseDistance.nullish(),
    hours: z.int().min(0).nullish(),
    lastReading: CaseDistance.nullish(),
    lastHours: z.int().min(0).nullish(),
    claimsPaid: CaseMoney,
    servicesProvided: CaseMoney.nullish(),
    cancelledBy: z.enum(["CUSTOMER", "DEALER", "PROVIDER"]),
    ruleSet: RefundRules,
  }),
  ({ endDate, odometer, ...question }) =>
    valueOrRefused(quoteRefund({ ...question, endDate: endDate ?? null, odometer: odometer ?? null })),
);
