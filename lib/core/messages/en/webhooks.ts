/** The table of webhooks, and what is done to one. */
export const webhooks = {} as const;
