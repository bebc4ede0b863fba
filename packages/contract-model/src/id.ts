/** What every id looks like, in either case: that of a UUID, of whatever version. */
export const idPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether a text can be the id of anything at all, as `Id` has it; for who need not load the schemas to ask. */
export const isId = (text: string): boolean => idPattern.test(text);
