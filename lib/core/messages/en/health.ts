/** How webhooks do. */
export const health = {} as const;
