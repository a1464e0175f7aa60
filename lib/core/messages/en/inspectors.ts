/** The built-in inspector. */
export const inspectors = {} as const;
