/** What surrounds every screen. */
export const shell = {} as const;
