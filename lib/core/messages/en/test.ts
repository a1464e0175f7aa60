/** Tests of a webhook. */
export const test = {} as const;
