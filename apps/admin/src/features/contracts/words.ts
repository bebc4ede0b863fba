import {
  type Contract,
  contractStatuses,
  type PartyRole,
  type SourceSystem,
} from "@vehicle-contracts/contract-model";

/** What the codes of the model are called on the screens. A code that is newer than this app stands for itself. */

const types: Readonly<Record<Contract["type"], string>> = {
  MANUFACTURER_WARRANTY: "Manufacturer warranty",
  EXTENDED_WARRANTY: "Extended warranty",
  SERVICE_PLAN: "Service plan",
  MAINTENANCE: "Maintenance",
  REPAIR_AND_MAINTENANCE: "Repair and maintenance",
  ROADSIDE_ASSISTANCE: "Roadside assistance",
  TYRE_AND_WHEEL: "Tyre and wheel",
  BODYWORK_CORROSION: "Bodywork and corrosion",
  BATTERY: "Battery",
  GAP_INSURANCE: "GAP insurance",
  GOODWILL: "Goodwill",
  OTHER: "Other contract",
};

const roles: Readonly<Record<PartyRole, string>> = {
  HOLDER: "Holder",
  PAYER: "Payer",
  LIENHOLDER: "Lienholder",
  SELLER: "Seller",
};

const systems: Readonly<Record<SourceSystem, string>> = {
  NATIVE: "this register",
  AUTOLINE_DRIVE: "Autoline Drive",
  AUTOLINE_REV8: "Autoline Rev8",
  EVA: "EVA",
  OTHER: "another system",
};

const deductibles = {
  PER_VISIT: "a visit",
  PER_COMPONENT: "a component",
  PER_CLAIM: "a claim",
} as const;

/** "NEW_KIND" as "new kind". */
const spelled = (code: string) => code.toLowerCase().replaceAll("_", " ");

const wordIn =
  <Code extends string>(words: Readonly<Record<Code, string>>) =>
  (code: string): string =>
    Object.hasOwn(words, code) ? words[code as Code] : spelled(code);

export const typeWord = wordIn(types);
export const roleWord = wordIn(roles);
export const systemWord = wordIn(systems);
/** What a deductible is paid for: "a visit". */
export const deductibleWord = wordIn(deductibles);

export const statusCodes = contractStatuses;
