/** Charts. */
export const charts = {} as const;
