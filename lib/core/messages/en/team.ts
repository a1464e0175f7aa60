/** The people of an account. */
export const team = {} as const;
