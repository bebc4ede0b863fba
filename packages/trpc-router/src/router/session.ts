import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { query, router } from "../procedures.ts";

/** Who asks. */
export const session = router({
  /** Who asks, of which enterprise, with which stores and what day it is there. */
  me: query({
    role: "viewer",
    scope: null,
    input: model.Nothing,
    output: model.Session,
    service: services.sessionOf,
  }),
});
