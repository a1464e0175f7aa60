/** The wire formats by name, for whoever needs no signing: forms, schemas, the browser. */
export const FORMAT_NAMES = ["sydx"] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
