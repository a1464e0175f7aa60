/** The built-in event types. */
export const catalogue = {} as const;
