/** Something that stands where it may not. */
export interface Violation {
  /** From the root, with forward slashes. */
  readonly file: string;
  /** What is wrong, and what would be right. */
  readonly message: string;
}
