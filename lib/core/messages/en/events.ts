/** The Events tab. */
export const events = {} as const;
