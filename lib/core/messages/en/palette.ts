/** The command palette and the keys. */
export const palette = {} as const;
