/** The delivery log. */
export const logs = {} as const;
