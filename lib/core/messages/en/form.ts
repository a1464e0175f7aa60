/** Creating and editing a webhook. */
export const form = {} as const;
