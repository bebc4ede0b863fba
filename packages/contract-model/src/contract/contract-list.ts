import { z } from "zod";
import { contractSortKeys } from "../codes.ts";
import { anyOf, page, paging, SearchText } from "../paging.ts";
import { CalendarDate, Id } from "../values.ts";
import { ContractRead } from "./contract-read.ts";
import { ContractStatus, ContractType } from "./kinds.ts";

/** One filter for list and count. Values of one field are alternatives; the fields must all hold. */
export const ContractFilter = z.strictObject({
  type: anyOf(ContractType),
  /** Stored status. */
  status: anyOf(ContractStatus),
  /** Status that holds today at the contract's own store. */
  effectiveStatus: anyOf(ContractStatus),
  providerId: anyOf(Id),
  storeId: anyOf(Id),
  /** Current holder. */
  holderId: anyOf(Id),
  /** First endDate (inclusive). */
  endsFrom: CalendarDate.nullish(),
  /** Last endDate (inclusive). Contracts without an end have none to match. */
  endsTo: CalendarDate.nullish(),
});
export type ContractFilter = z.infer<typeof ContractFilter>;

export const ContractSortKey = z.enum(contractSortKeys);
export type ContractSortKey = z.infer<typeof ContractSortKey>;

export const ContractSort = z.strictObject({
  by: ContractSortKey,
  direction: z.enum(["asc", "desc"], "Must be asc or desc."),
});
export type ContractSort = z.infer<typeof ContractSort>;

/** What is asked of the contracts of one vehicle (all stores), or of the granted stores. */
export const ContractQuestion = z.strictObject({
  vehicleId: Id.nullish(),
  filter: ContractFilter.nullish(),
  search: SearchText.nullish(),
});
export type ContractQuestion = z.infer<typeof ContractQuestion>;

/** Sorted by createdAt, newest first, when nothing is asked; then by id; rows without the value last. */
export const ListContracts = ContractQuestion.extend({ sort: ContractSort.nullish(), ...paging });
export type ListContracts = z.infer<typeof ListContracts>;

export const ContractPage = page(ContractRead);
export type ContractPage = z.infer<typeof ContractPage>;
