/** "Now" as RFC 3339 in UTC with milliseconds. */
export const instant = (): string => new Date().toISOString();
