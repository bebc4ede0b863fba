/** What the customer may have to pay first for, as it is chosen for a contract or a plan. */
export const deductibleOptions = [
  { value: "NONE", label: "None" },
  { value: "PER_VISIT", label: "Each visit" },
  { value: "PER_COMPONENT", label: "Each component" },
  { value: "PER_CLAIM", label: "Each claim" },
] as const;
