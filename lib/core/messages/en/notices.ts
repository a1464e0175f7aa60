/** What notices say. */
export const notices = {} as const;
