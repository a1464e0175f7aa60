/** The account, its people's own settings, its API keys. */
export const account = {} as const;
