/** What went wrong with an attempt, and what to do. */
export const advice = {} as const;
