/** The page of one webhook. */
export const webhookPage = {} as const;
