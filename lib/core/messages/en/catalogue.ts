import type { Sentences } from "../sentences";

/** The built-in event types speak English by themselves: the API says their words, too. */
export const catalogue: Sentences = {};
