/** The Alerts tab. */
export const alerts = {} as const;
