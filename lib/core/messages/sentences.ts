/** An English sentence → the same in another language. */
export type Sentences = Readonly<Record<string, string>>;
