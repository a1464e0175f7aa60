/** One delivery and its attempts. */
export const delivery = {} as const;
