type Changes<Kept> = { readonly [Field in keyof Kept]?: Kept[Field] | undefined };

/** The record with its changed fields: to be shown before the server has answered. */
export const withChanges = <Kept extends object>(kept: Kept, changes: Changes<Kept>): Kept => ({
  ...kept,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
});
